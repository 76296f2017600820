/** Slack: Socket Mode or HTTP, threads, buttons, files. */
@org.jspecify.annotations.NullMarked
package dev.parley.channel.slack;
