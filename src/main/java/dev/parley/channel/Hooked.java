package dev.parley.channel;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A front end that its platform calls over HTTP, at {@code /hooks/PLATFORM/…}. No token of ours
 * guards that address: whoever implements this checks the platform's own signature or token before
 * anything else, and refuses without one.
 */
public interface Hooked {
  /** Answers a call, within the time that the platform gives. */
  Return called(Call call);

  /**
   * A call.
   *
   * @param path what follows the platform, without a slash in front
   * @param headers with names in small letters; of several of one name the first
   * @param body as it came, because it is that which is signed
   */
  record Call(String path, Map<String, String> headers, byte[] body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** What it is answered. */
  record Return(int status, String contentType, String body) {
    public static Return json(String body) {
      return new Return(200, "application/json", body);
    }

    public static Return text(String body) {
      return new Return(200, "text/plain;charset=UTF-8", body);
    }

    public static Return nothing() {
      return text("");
    }

    /** Its signature or token is wrong or missing. */
    public static Return refused() {
      return new Return(401, "text/plain;charset=UTF-8", "");
    }

    public static Return unknown() {
      return new Return(404, "text/plain;charset=UTF-8", "");
    }
  }
}
