/** The processes that work on one database. */
@org.jspecify.annotations.NullMarked
package dev.parley.node;
