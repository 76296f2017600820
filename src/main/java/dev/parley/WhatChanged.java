package dev.parley;

import dev.parley.intent.Proposal;
import dev.parley.intent.Proposal.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is different between what was confirmed and what would run now. */
final class WhatChanged {
  private static final int SHOWN = 3;

  private final Proposal confirmed;
  private final Proposal now;

  private WhatChanged(Proposal confirmed, Proposal now) {
    this.confirmed = confirmed;
    this.now = now;
  }

  /**
   * A sentence for who confirmed, empty when it is the same.
   *
   * @param now the same request, planned anew on the terms that hold now
   */
  static Optional<String> between(Proposal confirmed, Proposal now) {
    var change = new WhatChanged(confirmed, now);
    var parts = change.parts();
    if (parts.isEmpty() && !change.anotherModel()) {
      return Optional.empty();
    }
    if (!parts.isEmpty() && change.anotherModel()) {
      parts.add("another model reads what is said (%s)".formatted(now.terms().model()));
    }
    var what =
        parts.isEmpty()
            ? "What reads your messages has changed since you were asked, so nothing was done:"
                + " the model is %s now. What would run is the same.".formatted(now.terms().model())
            : "What would run has changed since you were asked, so nothing was done: %s."
                .formatted(String.join("; ", parts));
    return Optional.of(what + " Ask again: " + confirmed.request().exactForm());
  }

  private boolean anotherModel() {
    return !confirmed.terms().model().isEmpty()
        && !confirmed.terms().model().equals(now.terms().model());
  }

  private List<String> parts() {
    var parts = new ArrayList<String>();
    targets(parts);
    if (!confirmed.preview().equals(now.preview())) {
      parts.add("it would run " + some(now.preview()) + " instead of " + some(confirmed.preview()));
    }
    if (confirmed.risk() != now.risk()) {
      parts.add(
          "its risk is %s instead of %s".formatted(now.risk().label(), confirmed.risk().label()));
    }
    if (now.terms().code() && !confirmed.terms().code()) {
      parts.add(now.terms().rule() + " asks for a one-time password now");
    }
    if (parts.isEmpty() && !confirmed.fingerprint().equals(now.fingerprint())) {
      parts.add(
          "the definition of %s, or how its hosts are reached"
              .formatted(confirmed.request().intent()));
    }
    return parts;
  }

  private void targets(List<String> parts) {
    var before = confirmed.targets();
    var after = now.targets();
    var moved =
        after.stream().filter(t -> named(before, t).filter(old -> !old.equals(t)).isPresent());
    moved
        .limit(SHOWN)
        .forEach(
            t ->
                parts.add(
                    "%s is at %s instead of %s"
                        .formatted(
                            t.name(), t.address(), named(before, t).orElseThrow().address())));
    var added = after.stream().filter(t -> named(before, t).isEmpty()).toList();
    var gone = before.stream().filter(t -> named(after, t).isEmpty()).toList();
    if (!added.isEmpty()) {
      parts.add("it would also run on " + names(added));
    }
    if (!gone.isEmpty()) {
      parts.add("it would no longer run on " + names(gone));
    }
  }

  private static Optional<Target> named(List<Target> targets, Target like) {
    return targets.stream().filter(target -> target.name().equals(like.name())).findFirst();
  }

  private static String names(List<Target> targets) {
    return some(targets.stream().map(Target::name).toList());
  }

  private static String some(List<String> texts) {
    var shown = texts.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int more = texts.size() - SHOWN;
    return (shown.isEmpty() ? "nothing" : shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
