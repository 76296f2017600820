/** Conversations in a terminal. */
@NullMarked
package dev.parley.channel.terminal;

import org.jspecify.annotations.NullMarked;
