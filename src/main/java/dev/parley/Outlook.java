package dev.parley;

import dev.parley.knowledge.Knowledge;
import dev.parley.permission.Gatekeeper;
import dev.parley.person.People;

/**
 * Everything that the files of a home say: read together and swapped together, so that a message
 * never meets the rules of one day and the hosts of another.
 */
public record Outlook(Knowledge knowledge, People people, Gatekeeper gatekeeper) {}
