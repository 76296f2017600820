package dev.parley;

import java.security.SecureRandom;
import java.util.function.Predicate;

/** Ids that people type, e.g. {@code r4k9}; no letter or digit in them looks like another. */
final class ShortIds {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";

  private ShortIds() {}

  /** One that nothing has. */
  static String unused(Predicate<String> used) {
    String id;
    do {
      id = "" + one(LETTERS) + one(DIGITS) + one(LETTERS) + one(DIGITS);
    } while (used.test(id));
    return id;
  }

  private static char one(String of) {
    return of.charAt(RANDOM.nextInt(of.length()));
  }
}
