import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a message takes to its reply over the HTTP API, without an action: requests that differ,
 * answers, corrections and talk that is declined, one after the other. Run by {@code measure}.
 */
class Latency {
  private static final List<String> TALK =
      List.of(
          "restart apache", "web-0%d", "no, web-02", "never mind",
          "%d users say the site is slow, please restart nginx on web-01", "no",
          "hello", "is the weather nice in house %d",
          "could you give tomcat a kick, it has hung %d times", "app-01", "cancel",
          "who am i", "format disk %d on db-01", "thanks");

  public static void main(String... args) throws Exception {
    var base = args[0];
    var token = Files.readString(Path.of(args[1])).strip();
    int rounds = Integer.parseInt(args[2]);
    var client = HttpClient.newHttpClient();
    round(client, base, token, rounds, "warm");
    var micros = new ArrayList<>(round(client, base, token, rounds, "measured"));
    micros.sort(null);
    System.out.printf(
        "message to reply: median %.1f ms, 99th percentile %.1f ms (%d messages)%n",
        micros.get(micros.size() / 2) / 1e3,
        micros.get(micros.size() * 99 / 100) / 1e3,
        micros.size());
  }

  private static List<Long> round(
      HttpClient client, String base, String token, int rounds, String name) throws Exception {
    var micros = new ArrayList<Long>();
    for (int i = 0; i < rounds; i++) {
      for (var text : TALK) {
        var said = text.replace("%d", Integer.toString(1 + i % (text.startsWith("web") ? 3 : 997)));
        var request =
            HttpRequest.newBuilder(URI.create(base + "/api/v1/conversations/" + name + "/messages"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"" + said + "\"}"))
                .build();
        long before = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        micros.add((System.nanoTime() - before) / 1000);
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
      }
    }
    return micros;
  }
}
