/** Words. */
@org.jspecify.annotations.NullMarked
package dev.parley.reply;
