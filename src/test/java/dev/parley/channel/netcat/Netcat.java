package dev.parley.channel.netcat;

import dev.parley.channel.FrontEndKind;
import java.io.IOException;
import java.net.ServerSocket;

/** The smallest front end, for tests of other packages. */
public final class Netcat {
  public static final FrontEndKind KIND = NetcatFrontEnd.Desk.KIND;

  private Netcat() {}

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
