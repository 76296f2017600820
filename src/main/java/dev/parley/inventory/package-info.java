/** What exists. */
@org.jspecify.annotations.NullMarked
package dev.parley.inventory;
