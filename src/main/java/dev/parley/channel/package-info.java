/**
 * Where people talk: what every front end has in common. A front end hears through {@link
 * dev.parley.channel.Ears} and posts what the {@link dev.parley.channel.Courier} hands it; {@link
 * dev.parley.channel.FrontEnds} connects it and looks after it.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.channel;
