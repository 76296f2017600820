/** One immutable snapshot of what the assistant knows; a message keeps the one it began with. */
@org.jspecify.annotations.NullMarked
package dev.parley.knowledge;
