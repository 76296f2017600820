/** What other programs write and read: brings a Rasa project here, and takes a home there. */
@org.jspecify.annotations.NullMarked
package dev.parley.interchange;
