/** The demo fleet: the hosts of the demo estate, inside the assistant, on loopback. */
@org.jspecify.annotations.NullMarked
package dev.parley.demo;
