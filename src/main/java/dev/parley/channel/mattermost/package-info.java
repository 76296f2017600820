/** Mattermost: threads in channels, direct messages, buttons and a slash command. */
@org.jspecify.annotations.NullMarked
package dev.parley.channel.mattermost;
