package dev.parley.cli.conversationtest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an ISO 8601 duration is: P1D and PT24H are the same, months have no length in seconds.
 */
record IsoLength(BigDecimal months, BigDecimal seconds) {
  private static final String AMOUNT = "(\\d+(?:[.,]\\d+)?)";
  private static final Pattern FORM =
      Pattern.compile(
          ("([+-]?)P(?=[0-9T])(?:#Y)?(?:#M)?(?:#W)?(?:#D)?(?:T(?=[0-9])(?:#H)?(?:#M)?(?:#S)?)?")
              .replace("#", AMOUNT));
  private static final int[] MONTHS = {12, 1};
  private static final int[] SECONDS = {7 * 86_400, 86_400, 3_600, 60, 1};

  /** The length of a duration in upper case, empty when it is none. */
  static Optional<IsoLength> of(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var sign = match.group(1).equals("-") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    return Optional.of(
        new IsoLength(
            plain(sign.multiply(sum(match, 2, MONTHS))),
            plain(sign.multiply(sum(match, 2 + MONTHS.length, SECONDS)))));
  }

  private static BigDecimal sum(Matcher match, int first, int[] units) {
    var sum = BigDecimal.ZERO;
    for (int i = 0; i < units.length; i++) {
      var amount = match.group(first + i);
      if (amount != null) {
        sum =
            sum.add(
                new BigDecimal(amount.replace(',', '.')).multiply(BigDecimal.valueOf(units[i])));
      }
    }
    return sum;
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
