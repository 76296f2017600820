package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The account through which somebody speaks. Identity is platform and id, never the display name.
 *
 * @param platform the system that vouches for the id, e.g. {@code os}, {@code slack}; {@code
 *     parley} where a trusted credential speaks for a person by the name in {@code permissions.yml}
 * @param id the platform's immutable id
 * @param displayName how to address them; never trusted
 * @param gateway the credential that spoke for this account, null when the account spoke itself
 */
public record Speaker(String platform, String id, String displayName, @Nullable String gateway) {
  /** An account that speaks for itself. */
  public static Speaker of(String platform, String id) {
    return new Speaker(platform, id, id, null);
  }

  /** The identity in one string, {@code platform:id}. */
  public String account() {
    return platform + ":" + id;
  }
}
