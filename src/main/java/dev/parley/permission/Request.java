package dev.parley.permission;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import dev.parley.person.Person;
import java.time.Instant;
import java.time.ZonedDateTime;

/** All that a rule looks at. */
record Request(
    Person person,
    Intent intent,
    ActionRequest action,
    Risk risk,
    ConversationId conversation,
    Instant now) {

  /** The same request of somebody else. */
  Request by(Person other) {
    return new Request(other, intent, action, risk, conversation, now);
  }

  /** What the clock says where the person is. */
  ZonedDateTime time() {
    return now.atZone(person.zone());
  }
}
