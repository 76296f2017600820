package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.SystemAct;
import dev.parley.person.Account;
import dev.parley.person.LinkCodes;
import java.util.Optional;

/** Where an account of another platform becomes somebody's. */
final class LinkDesk {
  private final Moment moment;
  private final Participant whose;

  LinkDesk(Moment moment, Participant whose) {
    this.moment = moment;
    this.whose = whose;
  }

  /** What is said to a message that is a code; empty to any other. */
  Optional<SystemAct.Saying> answer(String text) {
    return LinkCodes.in(text).map(this::redeem);
  }

  private SystemAct.Saying redeem(String code) {
    var account = new Account(whose.speaker().platform(), whose.speaker().id());
    if (!whose.person().guest()) {
      return refused("This account is %s's already.".formatted(whose.person().name()));
    }
    var result = new LinkCodes(moment.stores().accounts()).redeem(code, account, moment.now());
    return switch (result.outcome()) {
      case LINKED -> linked(result.person());
      case WORTHLESS ->
          refused("That code was used, or has expired. Get a new one with `parley link`.");
      case OTHER_PLATFORM ->
          refused(
              "That code is not for an account of %s. Get one with `parley link %s`."
                  .formatted(account.platform(), account.platform()));
      case TAKEN -> refused("This account is linked already.");
    };
  }

  private SystemAct.Saying linked(String person) {
    var account = whose.speaker().account();
    moment
        .stores()
        .audit()
        .append(new AuditEvent.AccountLinked(moment.now(), person, whose.place(), account));
    return new SystemAct.Remark(
        "This account (%s) is %s's from now on. `parley link remove %s` takes that back."
            .formatted(account, person, account));
  }

  private SystemAct.Saying refused(String explanation) {
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.LinkRefused(
                moment.now(),
                whose.person().key(),
                whose.place(),
                whose.speaker().account(),
                explanation));
    return new SystemAct.Remark(explanation);
  }
}
