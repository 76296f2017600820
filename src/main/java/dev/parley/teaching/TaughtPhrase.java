package dev.parley.teaching;

import java.time.Instant;

/**
 * Words that stand for a request.
 *
 * @param owner the person whose phrase it is; {@link #EVERYBODY} for one that was accepted for all
 * @param words what is compared with a message, see {@code SaidPhrase}
 * @param said as it was typed
 * @param meaning the exact command that it stands for
 * @param teacher who taught it
 * @param at when
 */
public record TaughtPhrase(
    String owner, String words, String said, String meaning, String teacher, Instant at) {
  /** Stands for the owner of what holds for all. No person has an empty key. */
  public static final String EVERYBODY = "";

  public boolean everybodys() {
    return owner.equals(EVERYBODY);
  }

  /** The same for everybody. */
  public TaughtPhrase forEverybody() {
    return new TaughtPhrase(EVERYBODY, words, said, meaning, teacher, at);
  }
}
