/** The assistant itself: the loop that a message travels through. */
@org.jspecify.annotations.NullMarked
package dev.parley;
