package dev.parley.wiring;

import dev.parley.cli.Complaint;
import dev.parley.cli.House;
import dev.parley.cli.Places;
import dev.parley.web.LoginCodes;
import dev.parley.web.Talk;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs work in the container, which is told by system properties what it is to be. */
final class Container {
  /** The container makes the application itself, so what it is to do waits here. */
  private static volatile IntSupplier work = () -> 0;

  private final Map<String, String> properties;

  Container(Places places, Home home, boolean simulate) {
    Estate.read(home).sound();
    var folder = DataFolder.open(places.data());
    properties = new HashMap<>(DatabaseSettings.of(System.getenv(), folder).asProperties());
    properties.put("parley.home", home.root().toString());
    properties.put("parley.data", folder.path().toString());
    properties.put("parley.demo", String.valueOf(home.demo()));
    properties.put("parley.simulate", String.valueOf(simulate));
    properties.put("quarkus.log.file.enabled", "true");
    properties.put("quarkus.log.file.path", folder.path().resolve("logs/parley.log").toString());
  }

  /** The work is done by one process that opens no port and says nothing of its own. */
  int inside(ToIntFunction<Talk> task) {
    properties.put("quarkus.http.host-enabled", "false");
    properties.put("quarkus.log.console.level", "ERROR");
    return run(() -> task.applyAsInt(bean(Talk.class)));
  }

  int serve(House.Service service, Function<House.Served, Runnable> ready) {
    properties.put("quarkus.http.host", service.host());
    properties.put("quarkus.http.port", String.valueOf(service.port()));
    properties.put("parley.behind-proxy", String.valueOf(service.behindProxy()));
    if (service.chat()) {
      properties.put("quarkus.log.console.level", "ERROR");
    }
    return run(
        () -> {
          int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
          var stopped =
              ready.apply(
                  new House.Served(port, bean(LoginCodes.class), () -> Quarkus.asyncExit(0)));
          Quarkus.waitForExit();
          stopped.run();
          return 0;
        });
  }

  private int run(IntSupplier task) {
    properties.forEach(System::setProperty);
    work = task;
    var status = new AtomicInteger(Complaint.FAILED);
    Quarkus.run(
        Application.class,
        (code, problem) -> {
          status.set(code);
          if (problem != null) {
            System.err.println(problem);
          }
        });
    return status.get();
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
