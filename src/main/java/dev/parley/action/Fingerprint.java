package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Manner;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Host;
import dev.parley.person.Person;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a confirmation is bound to: the action's version, the resolved values and targets, the
 * person and the conversation. Every part goes in with its length, so that no two plans look alike.
 */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  static String of(
      Intent intent, ActionRequest request, Plan plan, Person person, ConversationId conversation) {
    var fingerprint = new Fingerprint();
    fingerprint.add(intent.name(), intent.version());
    fingerprint.add(person.key());
    fingerprint.add(conversation.channel(), conversation.place());
    fingerprint.addRequest(request);
    fingerprint.addPlan(plan);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void addRequest(ActionRequest request) {
    add(request.intent());
    // what was confirmed by an earlier version knows no other manner
    if (!request.manner().equals(Manner.PLAIN)) {
      add(request.manner().toString());
    }
    new TreeMap<>(request.slots())
        .forEach(
            (slot, values) -> {
              add(slot);
              addAll(values.stream().map(SlotValue::canonical).toList());
            });
  }

  private void addPlan(Plan plan) {
    addNumber(plan.steps().size());
    for (var step : plan.steps()) {
      addHost(step.host());
      addAll(step.argv());
    }
  }

  private void addHost(@Nullable Host host) {
    if (host == null) {
      add("here");
    } else {
      add(host.name(), host.address(), Integer.toString(host.port()));
      add(String.valueOf(host.user()), String.valueOf(host.local()));
      addNumber(host.jumps().size());
      host.jumps().forEach(this::addHost);
    }
  }

  private void addAll(List<String> values) {
    addNumber(values.size());
    add(values.toArray(String[]::new));
  }

  private void add(String... values) {
    for (var value : values) {
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      addNumber(bytes.length);
      digest.update(bytes);
    }
  }

  private void addNumber(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}
