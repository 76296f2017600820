/** The only assembly, and what it needs to know of the machine. */
@org.jspecify.annotations.NullMarked
package dev.parley.wiring;
