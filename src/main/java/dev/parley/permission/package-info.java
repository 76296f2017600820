/** Who may. */
@org.jspecify.annotations.NullMarked
package dev.parley.permission;
