/** Each message heard once, each reply delivered. */
@org.jspecify.annotations.NullMarked
package dev.parley.delivery;
