package dev.parley.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.person.FilePeople;
import dev.parley.person.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who can give the second yes to a critical action, and that nobody else can. */
class SecondPersonTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ConversationId ROOM = new ConversationId("web", "team");
  private static final Person JASON = person("jason", "operator", "approver");
  private static final Person MARIA = person("maria", "approver");
  private static final Person OTTO = person("otto", "operator", "admin");
  private static final Person GUEST =
      new Person("web:x", "x", Set.of("approver"), List.of(), ZoneOffset.UTC, true);
  private static final SecondPerson SECOND =
      new SecondPerson(new FilePeople(List.of(JASON, MARIA, OTTO), Set.of(), ZoneOffset.UTC));
  private static final Proposal REBOOT =
      new Proposal(
          ActionRequest.of("reboot_host"), Risk.CRITICAL, "f", List.of(), List.of(), List.of());

  private static Person person(String name, String... roles) {
    return new Person(name, name, Set.of(roles), List.of(), ZoneOffset.UTC, false);
  }

  private static Approval askedThrough(@Nullable String gateway) {
    var speaker = new Speaker("parley", "jason", "jason", gateway);
    return new Approval(
        "r4k9", REBOOT, "jason", "jason", speaker, ROOM, NOON, NOON.plusSeconds(1800));
  }

  private static Speaker through(Person person, @Nullable String gateway) {
    return new Speaker("parley", person.key(), person.name(), gateway);
  }

  @Test
  void somebodyElseWithTheRoleCan() {
    assertThat(SECOND.objection(askedThrough(null), MARIA, through(MARIA, null), NOON)).isEmpty();
    assertThat(SECOND.candidates("jason")).containsExactly(MARIA);
  }

  @Test
  void refusesWhoAsked() {
    assertThat(SECOND.objection(askedThrough(null), JASON, through(JASON, null), NOON))
        .hasValueSatisfying(why -> assertThat(why).startsWith("You asked for it yourself"));
  }

  @Test
  void refusesWhoAskedFromAnotherAccountToo() {
    var slack = new Speaker("slack", "U1", "boss", null);
    assertThat(SECOND.objection(askedThrough(null), JASON, slack, NOON)).isPresent();
  }

  @Test
  void refusesWhoeverLacksTheRoleAndSaysWhoCould() {
    assertThat(SECOND.objection(askedThrough(null), OTTO, through(OTTO, null), NOON))
        .hasValue("Only somebody with the role approver can settle that: maria.");
  }

  @Test
  void refusesAGuestWhateverTheirRoles() {
    assertThat(SECOND.objection(askedThrough(null), GUEST, through(GUEST, null), NOON)).isPresent();
  }

  @Test
  void refusesTheCredentialThatSpokeForWhoAsked() {
    assertThat(SECOND.objection(askedThrough("admin"), MARIA, through(MARIA, "admin"), NOON))
        .hasValueSatisfying(why -> assertThat(why).contains("the same credential"));
    assertThat(SECOND.objection(askedThrough("admin"), MARIA, through(MARIA, "other"), NOON))
        .isEmpty();
  }

  @Test
  void refusesAfterTheRequestExpired() {
    var late = NOON.plusSeconds(1800);
    assertThat(SECOND.objection(askedThrough(null), MARIA, through(MARIA, null), late))
        .hasValueSatisfying(why -> assertThat(why).contains("expired"));
  }

  @Test
  void noPermitForACriticalActionWithoutASecondPerson() {
    assertThat(permit(REBOOT, null)).isEmpty();
    assertThat(permit(REBOOT, JASON)).isEmpty();
    assertThat(permit(REBOOT, OTTO)).isEmpty();
    assertThat(permit(REBOOT, MARIA)).isPresent();
  }

  @Test
  void whoeverLostTheRoleSinceDoesNotCountWhenItRuns() {
    assertThat(permit(REBOOT, person("maria", "viewer"))).isEmpty();
  }

  private static Optional<Permit> permit(Proposal proposal, @Nullable Person approver) {
    Gatekeeper anybody =
        (person, intent, request, risk, conversation) -> new Decision.Allowed("rule");
    var intent =
        new Intent(
            "reboot_host",
            "Reboot",
            List.of(new RiskRule(Map.of(), Risk.CRITICAL)),
            null,
            false,
            List.of(),
            new ActionSpec.Lookup("hosts"),
            Map.of(),
            "1");
    return anybody.permit("1", JASON, intent, proposal, ROOM, approver);
  }
}
