/** The processes that work on one database, as it knows them. */
@org.jspecify.annotations.NullMarked
package dev.parley.node.jpa;
