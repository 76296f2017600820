/** The HTTP API: who may come in, and the JSON that conversations are held in. */
@NullMarked
package dev.parley.web;

import org.jspecify.annotations.NullMarked;
