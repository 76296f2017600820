/** Messages heard and said, in the database. */
@org.jspecify.annotations.NullMarked
package dev.parley.delivery.jpa;
