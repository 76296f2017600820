package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.netcat.Netcat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first conversation in the smallest front end. */
class NetcatConversationTest {
  @TempDir Path folder;

  @Test
  void restartsApache() throws IOException {
    try (var stage = new FrontEndStage(folder, Map.of("desk", "open sesame"))) {
      int port = Netcat.freePort();
      stage.connect(
          "netcat: {port: %d, account: jason, secret: desk}\n".formatted(port), Netcat.KIND);
      try (var wrong = new Person(port)) {
        wrong.say("guess");
        wrong.hears("I do not know that secret.");
      }
      try (var jason = new Person(port)) {
        jason.say("open sesame");
        jason.say("restart apache");
        jason.hears("On which host would you like to restart apache?");
        jason.say("192.168.0.24");
        jason.hears("Exactly: restart_service service=apache host=web-01");
        jason.hears("Shall I go ahead?");
        jason.say("yes");
        jason.hears("Restarting apache service on host 192.168.0.24");
        jason.hears("The apache service has been restarted on host 192.168.0.24");
        assertThat(stage.ran()).isEqualTo(1);
      }
    }
  }

  private record Person(Socket socket, BufferedReader lines) implements AutoCloseable {
    Person(int port) throws IOException {
      this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private Person(Socket socket) throws IOException {
      this(
          socket,
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
      socket.setSoTimeout(60_000);
    }

    void say(String text) throws IOException {
      socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void hears(String text) throws IOException {
      var line = lines.readLine();
      while (line != null && !line.startsWith(text)) {
        line = lines.readLine();
      }
      assertThat(line).startsWith(text);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
