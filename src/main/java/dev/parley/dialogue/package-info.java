/** What to do next: the pure core, without I/O, clock or framework. */
@org.jspecify.annotations.NullMarked
package dev.parley.dialogue;
