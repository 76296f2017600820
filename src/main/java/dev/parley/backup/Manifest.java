package dev.parley.backup;

import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format of the file itself
 * @param schema the last migration of the database
 * @param madeAt when, ISO 8601
 * @param secrets whether secrets and keys are in it
 * @param rows how many of each table
 * @param head where the record ended
 */
public record Manifest(
    int format,
    String schema,
    String madeAt,
    boolean secrets,
    Map<String, Long> rows,
    HeadOfRecord head) {
  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  /** The end of the record. */
  public record HeadOfRecord(long position, String hash) {}
}
