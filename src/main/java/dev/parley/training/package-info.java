/** Learning from examples, and measuring what was learnt. */
@org.jspecify.annotations.NullMarked
package dev.parley.training;
