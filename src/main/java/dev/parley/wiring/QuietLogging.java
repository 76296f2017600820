package dev.parley.wiring;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Logging of verbs that need no container, which would else set it up: warnings only. */
final class QuietLogging {
  private QuietLogging() {}

  static void begin() {
    var console = InitialConfigurator.createDefaultHandler();
    console.setTarget(ConsoleHandler.Target.SYSTEM_ERR);
    console.setLevel(Level.WARNING);
    Logger.getLogger("").setLevel(Level.WARNING);
    InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {console});
  }
}
