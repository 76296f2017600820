package dev.parley.teaching.jpa;

import dev.parley.teaching.TaughtPhrase;
import dev.parley.teaching.TaughtPhrases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Taught phrases in the database. */
public final class JpaTaughtPhrases implements TaughtPhrases {
  @Override
  public void keep(TaughtPhrase phrase) {
    var id = Hash.of(phrase.owner(), phrase.words());
    TaughtPhraseRow row = TaughtPhraseRow.findById(id);
    if (row == null) {
      row = new TaughtPhraseRow();
      row.id = id;
      row.owner = phrase.owner();
      row.words = phrase.words();
    }
    row.said = phrase.said();
    row.meaning = phrase.meaning();
    row.teacher = phrase.teacher();
    row.taughtAt = phrase.at().truncatedTo(ChronoUnit.MICROS);
    row.persist();
  }

  @Override
  public Optional<TaughtPhrase> find(String owner, String words) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                TaughtPhraseRow.<TaughtPhraseRow>findByIdOptional(Hash.of(owner, words))
                    .map(JpaTaughtPhrases::phrase));
  }

  @Override
  public List<TaughtPhrase> of(String owner) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                TaughtPhraseRow.<TaughtPhraseRow>stream(
                        "owner = ?1 order by taughtAt, words", owner)
                    .map(JpaTaughtPhrases::phrase)
                    .toList());
  }

  @Override
  public boolean forget(String owner, String words) {
    return TaughtPhraseRow.deleteById(Hash.of(owner, words));
  }

  private static TaughtPhrase phrase(TaughtPhraseRow row) {
    return new TaughtPhrase(row.owner, row.words, row.said, row.meaning, row.teacher, row.taughtAt);
  }
}
