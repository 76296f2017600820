/** Approvals in the database. */
@org.jspecify.annotations.NullMarked
package dev.parley.permission.jpa;
