/** A Slack that runs in the test: its protocols, its limits, its faults, and what people see. */
@org.jspecify.annotations.NullMarked
package dev.parley.channel.slack.fake;
