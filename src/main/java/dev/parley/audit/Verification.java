package dev.parley.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks whether the record is as it was written: handed every entry in its order, then asked. A
 * finding says which entry, and what was done to it.
 */
public final class Verification {
  /** More of them tell nothing more. */
  private static final int MOST = 20;

  private final Map<Long, String> hashByNoted = new HashMap<>();
  private final List<String> findings = new ArrayList<>();
  private final Collection<Head> noted;
  private final Head head;
  private String beforeLast = "";
  private Head last = Head.NONE;
  private long count;

  /**
   * @param head the end of the chain as it is stored beside it
   * @param noted ends of the chain as they were noted elsewhere
   */
  public Verification(Head head, Collection<Head> noted) {
    this.head = head;
    this.noted = List.copyOf(noted);
  }

  /**
   * One entry as it is stored.
   *
   * @param fields everything that is stored of it
   */
  public record Link(long position, String previous, String hash, List<String> fields) {}

  /** Takes the next entry; they come by their position. */
  public void add(Link link) {
    count++;
    long expected = last.position() + 1;
    if (link.position() < expected) {
      find("There are several entries " + link.position() + ": one of them was inserted.");
    } else if (link.position() > expected) {
      find(missing(expected, link.position() - 1) + " removed.");
    } else if (!link.previous().equals(last.hash())) {
      find(brokenBefore(link));
    }
    if (!link.hash().equals(Seal.of(link.previous(), link.fields()))) {
      find("Entry " + link.position() + " was changed after it was written.");
    }
    beforeLast = last.hash();
    last = new Head(link.position(), link.hash());
    for (var end : noted) {
      if (end.position() == link.position()) {
        hashByNoted.put(end.position(), link.hash());
      }
    }
    if (link.position() == head.position()) {
      hashByNoted.put(head.position(), link.hash());
    }
  }

  /** Takes an entry that has no place in the chain. */
  public void addStray(String where) {
    find("An entry stands outside the chain, so it was inserted: " + where + ".");
  }

  private static String missing(long from, long to) {
    return from == to ? "Entry " + from + " was" : "Entries " + from + " to " + to + " were";
  }

  private String brokenBefore(Link link) {
    long before = link.position() - 1;
    return link.previous().equals(beforeLast)
        ? "Entry " + before + " was inserted: entry " + link.position() + " does not follow on it."
        : "Entry "
            + link.position()
            + " does not follow on entry "
            + before
            + ": one of them was replaced, something between them was removed, or their order was"
            + " changed.";
  }

  private void find(String finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    } else if (findings.size() == MOST) {
      findings.add("There is more.");
    }
  }

  /** What was found, once every entry was handed in. */
  public Report report() {
    if (last.position() < head.position()) {
      find(
          missing(last.position() + 1, head.position())
              + " cut off the end: the chain's head counts "
              + head.position()
              + ".");
    } else if (head.position() > 0 && !agrees(head)) {
      find("Entry " + head.position() + " is not the one that the chain's head names.");
    }
    for (var end : noted) {
      if (end.position() > last.position()) {
        find(
            missing(last.position() + 1, end.position())
                + " cut off the end: "
                + end.position()
                + " were noted outside the database.");
      } else if (end.position() > 0 && !agrees(end)) {
        find(
            "Entry "
                + end.position()
                + " is not the one that was noted outside the database: the record was written anew"
                + " from there or before.");
      }
    }
    return new Report(count, last, List.copyOf(findings));
  }

  private boolean agrees(Head end) {
    return end.hash().equals(hashByNoted.get(end.position()));
  }

  /**
   * What a verification found.
   *
   * @param findings one sentence each; none when the record is as it was written
   */
  public record Report(long entries, Head head, List<String> findings) {
    public boolean sound() {
      return findings.isEmpty();
    }
  }
}
