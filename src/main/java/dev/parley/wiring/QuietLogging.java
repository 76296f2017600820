package dev.parley.wiring;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Logging of verbs that need no container, which would else set it up: warnings only. */
final class QuietLogging {
  /** Looks for a graphics card that nothing here needs; a field, so that its level is kept. */
  private static final Logger GRAPHICS = Logger.getLogger("ai.djl");

  private QuietLogging() {}

  static void begin() {
    var console = InitialConfigurator.createDefaultHandler();
    console.setTarget(ConsoleHandler.Target.SYSTEM_ERR);
    console.setLevel(Level.WARNING);
    Logger.getLogger("").setLevel(Level.WARNING);
    GRAPHICS.setLevel(Level.SEVERE);
    InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {console});
  }
}
