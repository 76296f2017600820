/** What happened, append-only. */
@org.jspecify.annotations.NullMarked
package dev.parley.audit;
