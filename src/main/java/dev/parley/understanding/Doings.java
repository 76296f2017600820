package dev.parley.understanding;

/** The words for what the assistant does, as patterns: in the infinitive, going on, and done. */
final class Doings {
  static final String DO =
      "(?:re)?start|stop|reload|reboot|bounce|kill|kick|halt|cycle|deploy|roll back|rollback|revert"
          + "|ship|scale|rebuild|ack|acknowledge|silence|mute|escalate|back up|flush|purge"
          + "|clear|extend|assign|block|unblock";

  static final String DOING =
      "(?:re)?starting|stopping|reloading|rebooting|bouncing|killing|kicking|halting|cycling"
          + "|deploying|rolling back|reverting|shipping|scaling|rebuilding|acking|acknowledging"
          + "|resolving|silencing|muting|escalating|backing up|flushing|purging|clearing|extending"
          + "|assigning|blocking|unblocking";

  static final String DONE =
      "(?:re)?started|stopped|reloaded|rebooted|bounced|killed|kicked|halted|cycled|deployed"
          + "|rolled back|reverted|shipped|scaled|rebuilt|acked|acknowledged|resolved|silenced|muted"
          + "|escalated|backed up|flushed|purged|cleared|extended|assigned|blocked|unblocked";

  private Doings() {}
}
