package dev.parley.audit;

/**
 * A fact in its place in the record.
 *
 * @param position counts from 1, without a gap
 * @param hash of this entry and the one before, and so of everything up to here
 */
public record Entry(long position, AuditEvent event, String hash) {}
