package dev.parley.dialogue;

import dev.parley.conversation.ConversationId;

/** Each person has a dialogue of their own in each place. */
public record DialogueId(ConversationId conversation, String person) {}
