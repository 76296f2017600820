package dev.parley.action;

import java.util.function.Consumer;

/** Those who take up what a journal accepted. */
public interface Workers extends AutoCloseable {
  /**
   * Has each execution that is accepted from now on taken up once, soon after its commit. What
   * earlier processes accepted is not taken up; {@link Journal#abandoned} tells of it.
   *
   * @param perform gets the id of an execution
   */
  void start(Consumer<String> perform);

  /** Takes up nothing more and gives what runs a moment to end. */
  @Override
  void close();
}
