/** Linked accounts in the database. */
@org.jspecify.annotations.NullMarked
package dev.parley.person.jpa;
