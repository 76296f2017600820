package dev.parley.channel.slack.fake;

/** The way on which events travel to the app. */
interface Transport {
  /** Whether somebody is there. */
  boolean open();

  /** Sends an event; {@link Deliveries#acknowledged} is called when it was taken. */
  void send(Event event);
}
