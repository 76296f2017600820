/**
 * IRC: channels and private messages, where an account with the network's services says who speaks.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.channel.irc;
