package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audit.Verification.Link;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private final List<Link> record = chain("a", "b", "c", "d", "e");
  private final Head head = new Head(5, record.get(4).hash());

  private static List<Link> chain(String... texts) {
    var links = new ArrayList<Link>();
    var previous = Head.NONE.hash();
    for (var text : texts) {
      var hash = Seal.of(previous, List.of(text));
      links.add(new Link(links.size() + 1, previous, hash, List.of(text)));
      previous = hash;
    }
    return links;
  }

  private static List<Link> numbered(List<Link> links) {
    var numbered = new ArrayList<Link>();
    for (var link : links) {
      numbered.add(new Link(numbered.size() + 1, link.previous(), link.hash(), link.fields()));
    }
    return numbered;
  }

  private static List<String> findings(List<Link> links, Head head, Head... noted) {
    var verification = new Verification(head, List.of(noted));
    links.forEach(verification::add);
    return verification.report().findings();
  }

  @Test
  void findsNothingInWhatIsAsItWasWritten() {
    assertThat(findings(record, head, head, new Head(2, record.get(1).hash()), Head.NONE))
        .isEmpty();
    assertThat(findings(List.of(), Head.NONE)).isEmpty();
  }

  @Test
  void findsWhatWasChanged() {
    var c = record.get(2);
    record.set(2, new Link(3, c.previous(), c.hash(), List.of("C")));
    assertThat(findings(record, head)).containsExactly("Entry 3 was changed after it was written.");
  }

  @Test
  void findsWhatWasChangedTogetherWithItsHash() {
    var c = record.get(2);
    record.set(2, new Link(3, c.previous(), Seal.of(c.previous(), List.of("C")), List.of("C")));
    assertThat(findings(record, head))
        .singleElement()
        .asString()
        .startsWith("Entry 4 does not follow on entry 3: one of them was replaced");
  }

  @Test
  void findsWhatWasRemovedAlsoWhenTheRestWasRenumbered() {
    record.subList(1, 3).clear();
    assertThat(findings(record, head)).containsExactly("Entries 2 to 3 were removed.");
    var renumbered = numbered(record);
    assertThat(findings(renumbered, new Head(3, head.hash())))
        .singleElement()
        .asString()
        .startsWith("Entry 2 does not follow on entry 1");
  }

  @Test
  void findsWhatWasInserted() {
    var b = record.get(1);
    record.add(2, new Link(3, b.hash(), Seal.of(b.hash(), List.of("x")), List.of("x")));
    assertThat(findings(numbered(record), new Head(6, head.hash())))
        .containsExactly("Entry 3 was inserted: entry 4 does not follow on it.");
  }

  @Test
  void findsAnotherOrder() {
    var swapped =
        numbered(
            List.of(record.get(0), record.get(2), record.get(1), record.get(3), record.get(4)));
    assertThat(findings(swapped, head).get(0)).startsWith("Entry 2 does not follow on entry 1");
  }

  @Test
  void findsAnEndThatWasCutOffAlsoWhenTheHeadWasChangedWithIt() {
    var cut = record.subList(0, 3);
    assertThat(findings(cut, head))
        .containsExactly("Entries 4 to 5 were cut off the end: the chain's head counts 5.");
    var changed = new Head(3, record.get(2).hash());
    assertThat(findings(cut, changed)).isEmpty();
    assertThat(findings(cut, changed, head))
        .containsExactly("Entries 4 to 5 were cut off the end: 5 were noted outside the database.");
  }

  @Test
  void findsARecordThatWasWrittenAnewFromWhatWasNoted() {
    var other = chain("a", "b", "C", "d", "e");
    assertThat(findings(other, new Head(5, other.get(4).hash()), head))
        .singleElement()
        .asString()
        .startsWith("Entry 5 is not the one that was noted outside the database");
  }

  @Test
  void aFieldsEndCannotMoveIntoTheNext() {
    assertThat(Seal.of("", List.of("ab", "c"))).isNotEqualTo(Seal.of("", List.of("a", "bc")));
    assertThat(Seal.of("", List.of("a,", "b"))).isNotEqualTo(Seal.of("", List.of("a", ",b")));
  }
}
