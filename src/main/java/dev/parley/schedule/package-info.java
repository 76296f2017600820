/** What runs later. */
@org.jspecify.annotations.NullMarked
package dev.parley.schedule;
