/** Dialogues in the database. */
@org.jspecify.annotations.NullMarked
package dev.parley.dialogue.jpa;
