/** Executions in the database, and the workers that take them up. */
@org.jspecify.annotations.NullMarked
package dev.parley.action.jpa;
