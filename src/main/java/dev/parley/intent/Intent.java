package dev.parley.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked for, as one file under {@code intents/} declares it.
 *
 * @param permission a role needed in addition to what {@code permissions.yml} narrows, or null
 * @param slots in the order in which they are asked for
 * @param replies templates by moment: {@code started}, {@code succeeded}, {@code nothing} (it
 *     succeeded, and there was nothing to tell), {@code failed}
 * @param undo what takes back what this one did, or null
 * @param version changes whenever the file's meaning does; part of a confirmation's fingerprint
 */
public record Intent(
    String name,
    String summary,
    List<RiskRule> risks,
    @Nullable String permission,
    boolean schedulable,
    List<Slot> slots,
    ActionSpec action,
    Map<String, String> replies,
    @Nullable Undo undo,
    String version) {
  public Intent {
    risks = List.copyOf(risks);
    slots = List.copyOf(slots);
    replies = Map.copyOf(replies);
  }

  /** An intent that nothing takes back. */
  public Intent(
      String name,
      String summary,
      List<RiskRule> risks,
      @Nullable String permission,
      boolean schedulable,
      List<Slot> slots,
      ActionSpec action,
      Map<String, String> replies,
      String version) {
    this(name, summary, risks, permission, schedulable, slots, action, replies, null, version);
  }

  /** The slot of that name. */
  public Optional<Slot> slot(String slotName) {
    return slots.stream().filter(s -> s.name().equals(slotName)).findFirst();
  }

  /** The declared risk of a request, before the number of its targets is looked at. */
  public Risk risk(ActionRequest request) {
    return risks.stream()
        .filter(rule -> rule.holdsFor(request))
        .map(RiskRule::risk)
        .findFirst()
        .orElse(Risk.CRITICAL);
  }

  /** What a request is about besides the time at which it is to run, which is no matter of it. */
  public ActionRequest atAnyTime(ActionRequest request) {
    return schedulable ? request.without(Slot.WHEN) : request;
  }

  /** Whether every request of this intent only reads. */
  public boolean onlyReads() {
    return risks.stream().allMatch(rule -> rule.risk() == Risk.LOW);
  }
}
