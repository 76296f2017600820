/** Who says what to whom. */
@org.jspecify.annotations.NullMarked
package dev.parley.conversation;
