/** Who people are. */
@org.jspecify.annotations.NullMarked
package dev.parley.person;
