package dev.parley.channel.slack.fake;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often a method may be called, as Slack counts: a bucket for each method and channel. */
final class RateLimits {
  private final Map<String, Rate> rates = new LinkedHashMap<>();
  private final Map<String, Bucket> buckets = new LinkedHashMap<>();

  private record Rate(double perSecond, int burst) {}

  private static final class Bucket {
    double tokens;
    long at;
  }

  synchronized void limit(String method, double perSecond, int burst) {
    rates.put(method, new Rate(perSecond, burst));
  }

  /** How many seconds to wait, 0 when it may be called now. */
  synchronized int wait(String method, String channel, long nanos) {
    var rate = rates.get(method);
    if (rate == null) {
      return 0;
    }
    var bucket =
        buckets.computeIfAbsent(
            method + " " + channel,
            key -> {
              var full = new Bucket();
              full.tokens = rate.burst();
              full.at = nanos;
              return full;
            });
    bucket.tokens =
        Math.min(rate.burst(), bucket.tokens + (nanos - bucket.at) / 1e9 * rate.perSecond());
    bucket.at = nanos;
    if (bucket.tokens >= 1) {
      bucket.tokens--;
      return 0;
    }
    return (int) Math.ceil(Math.max(1, (1 - bucket.tokens) / rate.perSecond()));
  }
}
