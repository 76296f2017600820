/** Looks at the network from the assistant's own machine. */
@org.jspecify.annotations.NullMarked
package dev.parley.action.network;
