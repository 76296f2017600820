package dev.parley.cli;

import io.nayuki.qrcodegen.QrCode;

/** A QR code in letters, for a terminal: two rows of it a line, light on dark. */
final class QrText {
  private static final int MARGIN = 2;

  private QrText() {}

  static String of(String content) {
    var code = QrCode.encodeText(content, QrCode.Ecc.LOW);
    var text = new StringBuilder();
    for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
      for (int x = -MARGIN; x < code.size + MARGIN; x++) {
        text.append(half(light(code, x, y), light(code, x, y + 1)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static boolean light(QrCode code, int x, int y) {
    return y < code.size + MARGIN && !code.getModule(x, y);
  }

  private static char half(boolean above, boolean below) {
    return above ? below ? '█' : '▀' : below ? '▄' : ' ';
  }
}
