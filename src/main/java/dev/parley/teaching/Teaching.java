package dev.parley.teaching;

/**
 * All that is kept of what people teach.
 *
 * @param lessons where accepted examples go
 */
public record Teaching(TaughtPhrases phrases, ReviewList reviews, Lessons lessons) {}
