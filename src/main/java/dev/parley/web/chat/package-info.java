/** The web chat: what a page and the server say to each other over a socket. */
@NullMarked
package dev.parley.web.chat;

import org.jspecify.annotations.NullMarked;
