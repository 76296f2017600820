package dev.parley.cli.conversationtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML or JSON file that knows its line. */
sealed interface Data {
  int line();

  /** The value without lines: maps, lists, strings, booleans, null. */
  @Nullable Object plain();

  /** A scalar, as it was written. */
  record Scalar(int line, String text, Kind kind) implements Data {
    /** What the file's format takes a scalar for. */
    enum Kind {
      NULL,
      BOOLEAN,
      NUMBER,
      STRING
    }

    @Override
    public @Nullable Object plain() {
      return switch (kind) {
        case NULL -> null;
        case BOOLEAN -> truth();
        case NUMBER -> number();
        case STRING -> text;
      };
    }

    boolean truth() {
      return text.equalsIgnoreCase("true")
          || text.equalsIgnoreCase("yes")
          || text.equalsIgnoreCase("on");
    }

    /** A number in plain decimal digits, anything else as written. */
    String number() {
      try {
        var decimal = new BigDecimal(text);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
      } catch (NumberFormatException e) {
        return text;
      }
    }
  }

  /** A list. */
  record Items(int line, List<Data> items) implements Data {
    @Override
    public Object plain() {
      var list = new ArrayList<@Nullable Object>();
      items.forEach(item -> list.add(item.plain()));
      return list;
    }
  }

  /** A mapping, in its order. */
  record Entries(int line, Map<String, Data> entries) implements Data {
    @Override
    public Object plain() {
      var map = new LinkedHashMap<String, @Nullable Object>();
      entries.forEach((key, value) -> map.put(key, value.plain()));
      return map;
    }
  }

  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NULL;
  }
}
