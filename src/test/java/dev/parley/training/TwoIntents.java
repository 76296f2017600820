package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Little to learn from: restarts of services, the disk, and talk. */
final class TwoIntents {
  private TwoIntents() {}

  static TrainingData of(String... services) {
    var samples = new ArrayList<Sample>();
    for (String service : services) {
      for (String form :
          List.of(
              "restart %s",
              "please bounce %s", "can you restart %s for me", "%s needs a restart")) {
        samples.add(
            new Sample(form.formatted(service), form.formatted("the service"), "restart_service"));
      }
    }
    for (String text :
        List.of(
            "how full is the disk",
            "show the disk usage",
            "how much disk space is left",
            "is there space left on the disk",
            "df please",
            "disk space")) {
      samples.add(new Sample(text, text, "disk_usage"));
    }
    for (String text :
        List.of(
            "what is the weather like",
            "see you at lunch",
            "my train is late again",
            "who won the match yesterday",
            "i like this music",
            "the coffee is cold",
            "we had a great holiday",
            "can you recommend a book",
            "i restarted the server yesterday",
            "the disk was replaced last week")) {
      samples.add(new Sample(text, text, IntentModel.NEGATIVE));
    }
    var descriptions = new TreeMap<String, List<String>>();
    descriptions.put("restart_service", List.of("restart service", "Restart a service"));
    descriptions.put("disk_usage", List.of("disk usage", "Show how full disks are"));
    return new TrainingData(samples, descriptions);
  }
}
