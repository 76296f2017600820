/** Commands on the assistant's own machine. */
@org.jspecify.annotations.NullMarked
package dev.parley.action.process;
