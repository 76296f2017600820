package dev.parley.cli.conversationtest;

import dev.parley.intent.NearNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a turn that tell what goes wrong with it. */
final class FaultsReader {
  private final ExpectReader texts;

  FaultsReader(ExpectReader texts) {
    this.texts = texts;
  }

  Faults read(Map<String, Data> turn) throws InvalidTestException {
    return new Faults(
        delivery(turn.get("deliver")),
        length(turn.get("late"), "late"),
        length(turn.get("clock"), "clock"),
        crash(turn.get("crash")));
  }

  private Faults.Delivery delivery(@Nullable Data data) throws InvalidTestException {
    if (data == null || data.isNull()) {
      return Faults.Delivery.ONCE;
    }
    return switch (texts.text(data, "deliver")) {
      case "once" -> Faults.Delivery.ONCE;
      case "twice" -> Faults.Delivery.TWICE;
      case "edited" -> Faults.Delivery.EDITED;
      default -> throw unknown(data, "deliver", List.of("once", "twice", "edited"));
    };
  }

  private Duration length(@Nullable Data data, String key) throws InvalidTestException {
    if (data == null || data.isNull()) {
      return Duration.ZERO;
    }
    try {
      var length = Duration.parse(texts.text(data, key));
      if (key.equals("clock") || !length.isNegative()) {
        return length;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw texts.invalid(
        data, "The value of " + key + " is no ISO 8601 duration.", "Write e.g. PT20M.");
  }

  private @Nullable Crash crash(@Nullable Data data) throws InvalidTestException {
    if (data == null || data.isNull()) {
      return null;
    }
    if (data instanceof Data.Scalar scalar && scalar.kind() == Data.Scalar.Kind.BOOLEAN) {
      return scalar.truth() ? Crash.ANSWERED : null;
    }
    var label = texts.text(data, "crash").toLowerCase(Locale.ROOT);
    return Crash.byLabel(label).orElseThrow(() -> unknown(data, "crash", Crash.labels()));
  }

  private InvalidTestException unknown(Data data, String key, Collection<String> known) {
    return texts.invalid(
        data,
        "The value of " + key + " is unknown.",
        NearNames.didYouMean(
            data instanceof Data.Scalar scalar ? scalar.text() : "",
            known,
            "Known are " + String.join(", ", known) + "."));
  }
}
