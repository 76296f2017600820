package dev.parley.person;

/** An account of a person on a platform: the platform's immutable id, never a name. */
public record Account(String platform, String id) {}
