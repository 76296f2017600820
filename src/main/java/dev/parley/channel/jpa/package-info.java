/** How far conversations of front ends were posted, in the database. */
@org.jspecify.annotations.NullMarked
package dev.parley.channel.jpa;
