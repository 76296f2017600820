/** Conversation tests: what users write to pin how their assistant behaves. */
@NullMarked
package dev.parley.cli.conversationtest;

import org.jspecify.annotations.NullMarked;
