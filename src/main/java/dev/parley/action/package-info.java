/** Runs it safely, at most once. */
@org.jspecify.annotations.NullMarked
package dev.parley.action;
