package dev.parley.wiring;

import dev.parley.teaching.Lessons;
import dev.parley.training.Annotation;
import dev.parley.training.LearntExamples;
import java.io.IOException;

/** Accepted examples go into the files of the home, which is read again when they change. */
record HomeLessons(Home home) implements Lessons {
  @Override
  public String add(Lesson lesson) {
    var marks =
        lesson.marks().stream()
            .map(mark -> new Annotation(mark.start(), mark.end(), mark.slot(), mark.value()))
            .toList();
    try {
      return new LearntExamples(home.trainingData()).add(lesson.text(), lesson.intent(), marks);
    } catch (IOException e) {
      return "The example could not be written under training-data/ (%s), so nothing was learnt. Check the folder's mode."
          .formatted(e.getMessage());
    }
  }
}
