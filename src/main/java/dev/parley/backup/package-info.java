/** Everything that is kept, written into one file and brought back. */
@org.jspecify.annotations.NullMarked
package dev.parley.backup;
