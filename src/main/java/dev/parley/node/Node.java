package dev.parley.node;

/**
 * One process.
 *
 * @param id a new one each time that it starts
 * @param place the data folder that it holds alone: who comes after it there is its successor
 */
public record Node(String id, String place) {}
