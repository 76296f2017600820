/** Commands on hosts, over SSH. */
@org.jspecify.annotations.NullMarked
package dev.parley.action.ssh;
