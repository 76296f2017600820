package dev.parley;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.dialogue.DialogueId;
import dev.parley.person.Person;

/** Whose turn it is, through which account, and where. */
record Participant(Person person, Speaker speaker, ConversationId conversation) {
  DialogueId dialogue() {
    return new DialogueId(conversation, person.key());
  }

  String place() {
    return conversation.toString();
  }
}
