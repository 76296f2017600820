package dev.parley.cli.conversationtest;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares values of slots as conversation tests mean them: without case and in any order, amounts
 * of time as lengths, texts without quotes and closing punctuation.
 */
final class SlotComparison {
  private static final Pattern QUOTES = Pattern.compile("[\"'`\u2018\u2019\u201c\u201d]");
  private static final Pattern CLOSING = Pattern.compile("[.!?,;:\\s]+$");

  private final IntentCatalog catalog;

  SlotComparison(IntentCatalog catalog) {
    this.catalog = catalog;
  }

  /** Whether each expected slot has exactly its values; other slots are not judged. */
  boolean same(
      @Nullable String intent,
      Map<String, List<String>> expected,
      Map<String, List<String>> actual) {
    return expected.entrySet().stream()
        .allMatch(
            slot ->
                forms(intent, slot.getKey(), slot.getValue())
                    .equals(
                        forms(
                            intent, slot.getKey(), actual.getOrDefault(slot.getKey(), List.of()))));
  }

  private List<String> forms(@Nullable String intent, String slot, List<String> values) {
    var type = type(intent, slot);
    return values.stream().map(value -> form(type, value)).sorted().toList();
  }

  private @Nullable SlotType type(@Nullable String intent, String slot) {
    var own = Optional.ofNullable(intent).flatMap(catalog::find).stream();
    var all = catalog.all().stream();
    return Stream.concat(own, all)
        .flatMap(i -> i.slot(slot).stream())
        .map(Slot::type)
        .findFirst()
        .orElse(null);
  }

  private static String form(@Nullable SlotType type, String value) {
    var plain = value.strip().toLowerCase(Locale.ROOT);
    if (type == SlotType.TEXT) {
      return CLOSING.matcher(QUOTES.matcher(plain).replaceAll("")).replaceAll("").strip();
    }
    if (type != null && type.kind() == SlotType.Kind.NUMBER) {
      return number(plain);
    }
    if (type != null && type.kind() == SlotType.Kind.TIME) {
      return time(plain);
    }
    return plain;
  }

  private static String number(String value) {
    try {
      return new BigDecimal(value).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static String time(String value) {
    var upper = value.toUpperCase(Locale.ROOT);
    try {
      return OffsetDateTime.parse(upper).toInstant().toString();
    } catch (DateTimeException noInstant) {
      return IsoLength.of(upper).map(IsoLength::toString).orElse(value);
    }
  }
}
