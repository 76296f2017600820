/** What can be asked, and the vocabulary that all later rooms share. */
@org.jspecify.annotations.NullMarked
package dev.parley.intent;
