package dev.parley.cli;

import dev.parley.audit.Verification;
import dev.parley.cli.conversationtest.Stage;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Problem;
import dev.parley.inventory.Host;
import dev.parley.permission.Explanation;
import dev.parley.training.CrossValidated;
import dev.parley.training.ModelManifest;
import dev.parley.understanding.Pipeline;
import dev.parley.web.Logins;
import dev.parley.web.Talk;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What the verbs need of the assembly, which alone knows every part. */
public interface House {

  /** Everything that is wrong with a home's files. */
  List<Problem> problems(Places places);

  /** Why somebody may ask for something or not, by a home's files alone. */
  Explanation why(Places places, Asked asked);

  /**
   * What is asked for.
   *
   * @param person a name in {@code permissions.yml}, or {@code platform:id}
   * @param command an exact command, complete or not
   * @param channel a front end, or one with a place
   * @param at when, or null for now
   */
  record Asked(String person, String command, String channel, @Nullable Instant at) {}

  /** The hosts that a home knows. */
  List<Host> hosts(Places places);

  /**
   * Tries whether each front end that a home wants can be connected to.
   *
   * @return a line each, and whether it can
   */
  List<Tried> tryFrontEnds(Places places);

  /** What came of trying something, in a line. */
  record Tried(String line, boolean well) {}

  /**
   * Trains a model of a home's training data, stores it as a version, and tells of it.
   *
   * @param force whether it is used also where it is worse than the one before
   */
  ModelManifest train(Places places, boolean force);

  /**
   * How well a home's training data teaches, by cross-validation; nothing is stored.
   *
   * @param curve whether also how that grows with the examples
   */
  CrossValidated crossValidate(Places places, Pipeline pipeline, boolean curve);

  /** Assistants for conversation tests, which know nothing of each other and record actions. */
  Rehearsal rehearsal(Places places);

  /**
   * What conversation tests need.
   *
   * @param stages makes an assistant with a memory of its own
   * @param end lets go of what they share
   */
  record Rehearsal(IntentCatalog catalog, Supplier<Stage> stages, Runnable end)
      implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Opens the data folder in this process, without opening a port, for as long as the work takes.
   */
  int inside(Places places, boolean simulate, ToIntFunction<Talk> work);

  /** Writes a backup of a data folder that no server has open. */
  void backup(Places places, OutputStream out, boolean secrets);

  /** Brings a backup back into an empty data folder, and verifies the record that came. */
  Verification.Report restore(Places places, InputStream in);

  /**
   * Serves until it is told to stop.
   *
   * @param ready is called once it can be reached; what it returns runs when the server stops
   */
  int serve(Places places, Service service, Function<Served, Runnable> ready);

  /**
   * How to serve.
   *
   * @param port 0 for one that is free
   * @param chat whether somebody chats in the same terminal, which log lines would disturb
   * @param tls null for plain HTTP
   */
  record Service(
      String host,
      int port,
      boolean behindProxy,
      boolean simulate,
      boolean chat,
      @Nullable TlsFiles tls) {}

  /**
   * A server that can be reached.
   *
   * @param stop ends it
   */
  record Served(int port, Logins logins, Runnable stop) {}
}
