package dev.parley.wiring;

import dev.parley.backup.BackupException;
import dev.parley.cli.Complaint;
import dev.parley.cli.House;
import dev.parley.web.Logins;
import dev.parley.web.Talk;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** Runs work in the container, which is told by system properties what it is to be. */
final class Container {
  /** The container makes the application itself, so what it is to do waits here. */
  private static volatile IntSupplier work = () -> 0;

  /** The property that says in which place this process is among the nodes. */
  static final String PLACE = "parley.node.place";

  /** The property that says that it is a server, to which front ends connect. */
  static final String SERVING = "parley.serving";

  /** H2's error code for a file that another process holds. */
  private static final int DATABASE_IN_USE = 90_020;

  private final Map<String, String> properties;
  private final DataFolder folder;
  private final Runnable open;

  /**
   * @param files of the home, and what they say
   */
  Container(DataFolder folder, HomeFiles files, Estate estate, boolean simulate) {
    this.folder = folder;
    properties = new HashMap<>(DatabaseSettings.of(System.getenv(), folder).asProperties());
    properties.put("parley.data", folder.path().toString());
    properties.put(PLACE, folder.place());
    properties.put("quarkus.log.file.enabled", "true");
    properties.put("quarkus.log.file.path", folder.path().resolve("logs/parley.log").toString());
    properties.putAll(LogForm.of(System.getenv()).asProperties());
    open = () -> Opening.start(files, estate, Settings.of(folder.path(), simulate));
  }

  /** The work is done by one process that opens no port and says nothing of its own. */
  int inside(ToIntFunction<Talk> task) {
    return alone(() -> task.applyAsInt(bean(Talk.class)));
  }

  /** Work of which what goes wrong with a file is told as such. */
  interface Task {
    int run() throws IOException;
  }

  /** The same for work on what is kept. */
  int alone(Task task) {
    properties.put("quarkus.http.host-enabled", "false");
    properties.put("parley.watch", "0");
    properties.put("parley.inventory.every", "0");
    properties.put("quarkus.log.console.level", "ERROR");
    return run(
        () -> {
          try {
            return task.run();
          } catch (BackupException e) {
            throw Complaint.failed(String.valueOf(e.getMessage()));
          } catch (IOException e) {
            throw Complaint.failed("It cannot be read or written: " + e.getMessage());
          }
        });
  }

  int serve(House.Service service, Function<House.Served, Runnable> ready) {
    properties.put(SERVING, "true");
    properties.put("quarkus.http.host", service.host());
    properties.put("quarkus.http.port", String.valueOf(service.port()));
    properties.put("parley.behind-proxy", String.valueOf(service.behindProxy()));
    var tls = service.tls();
    if (tls != null) {
      properties.putAll(TlsSettings.of(tls, service.port()));
    }
    if (service.chat()) {
      properties.put("quarkus.log.console.level", "ERROR");
    }
    return run(
        () -> {
          // a server that is told to stop has done what it should
          Signals.register("TERM", () -> Quarkus.asyncExit(0));
          Signals.register("INT", () -> Quarkus.asyncExit(0));
          var listening = tls == null ? "quarkus.http.port" : "quarkus.http.ssl-port";
          int port = ConfigProvider.getConfig().getValue(listening, Integer.class);
          var stopped =
              ready.apply(new House.Served(port, bean(Logins.class), () -> Quarkus.asyncExit(0)));
          Quarkus.waitForExit();
          stopped.run();
          return 0;
        });
  }

  /** What goes wrong in the work is thrown here, not told by the container. */
  private int run(IntSupplier task) {
    if (!folder.hold()) {
      throw elsewhere();
    }
    properties.forEach(System::setProperty);
    open.run();
    var status = new AtomicInteger(Complaint.FAILED);
    var failure = new AtomicReference<@Nullable Throwable>();
    work = () -> attempt(task, failure);
    Quarkus.run(
        Application.class,
        (code, problem) -> {
          status.set(code);
          failure.compareAndSet(null, problem);
        });
    if (failure.get() instanceof RuntimeException problem) {
      throw inUse(problem) ? elsewhere() : problem;
    }
    return status.get();
  }

  private static int attempt(IntSupplier task, AtomicReference<@Nullable Throwable> failure) {
    try {
      return task.getAsInt();
    } catch (RuntimeException e) {
      failure.set(e);
      return Complaint.FAILED;
    }
  }

  private static boolean inUse(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USE) {
        return true;
      }
    }
    return false;
  }

  private static Complaint elsewhere() {
    return Complaint.failed(
        "Another process has the data folder open, perhaps a server that is starting. Try again in"
            + " a moment.");
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }

  /** What the container runs. */
  public static final class Application implements QuarkusApplication {
    @Override
    public int run(String... args) {
      return work.getAsInt();
    }
  }
}
