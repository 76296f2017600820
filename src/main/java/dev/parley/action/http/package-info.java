/** Requests to other systems over HTTP. */
@org.jspecify.annotations.NullMarked
package dev.parley.action.http;
