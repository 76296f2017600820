/** The record in the database. */
@org.jspecify.annotations.NullMarked
package dev.parley.audit.jpa;
