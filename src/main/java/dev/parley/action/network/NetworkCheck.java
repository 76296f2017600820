package dev.parley.action.network;

/** One way of looking at the network. */
@FunctionalInterface
interface NetworkCheck {
  /**
   * Looks, and says what there is to see. Something that is closed, expired or not there has been
   * seen too.
   *
   * @throws NetworkProblem when nothing could be found out, or must not be
   */
  String look(Look look) throws NetworkProblem;
}
