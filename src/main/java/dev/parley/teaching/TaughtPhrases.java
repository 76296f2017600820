package dev.parley.teaching;

import java.util.List;
import java.util.Optional;

/** The phrases that people taught. */
public interface TaughtPhrases {
  /** Keeps a phrase, in the place of one of the same words and owner. */
  void keep(TaughtPhrase phrase);

  /** What an owner taught these words to mean. */
  Optional<TaughtPhrase> find(String owner, String words);

  /** All of an owner, oldest first. */
  List<TaughtPhrase> of(String owner);

  /**
   * Drops a phrase.
   *
   * @return whether it was there
   */
  boolean forget(String owner, String words);

  /** What words mean when a person says them: what they taught themselves goes first. */
  default Optional<TaughtPhrase> saidBy(String person, String words) {
    return find(person, words).or(() -> find(TaughtPhrase.EVERYBODY, words));
  }
}
