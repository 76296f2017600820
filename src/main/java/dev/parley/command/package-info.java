/** Exact command syntax. */
@org.jspecify.annotations.NullMarked
package dev.parley.command;
