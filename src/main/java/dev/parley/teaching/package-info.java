/** What people taught, and what is to be looked at because it was misread. */
@org.jspecify.annotations.NullMarked
package dev.parley.teaching;
