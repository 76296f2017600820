/** Text to meaning. */
@org.jspecify.annotations.NullMarked
package dev.parley.understanding;
