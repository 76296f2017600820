/** The only assembly. */
@NullMarked
package dev.parley.wiring;

import org.jspecify.annotations.NullMarked;
