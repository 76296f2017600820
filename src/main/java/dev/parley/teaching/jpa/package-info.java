/** What was taught and misread, in the database. */
@org.jspecify.annotations.NullMarked
package dev.parley.teaching.jpa;
