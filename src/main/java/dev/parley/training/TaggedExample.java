package dev.parley.training;

import dev.parley.understanding.Normaliser;
import dev.parley.understanding.RequestText;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.TaggedWords;
import dev.parley.understanding.WordAlignment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A text with the tag of each of its words.
 *
 * @param tags as of the {@link SlotTags} that it was made with
 */
record TaggedExample(String text, TaggedWords words, int[] tags) {

  static TaggedExample of(Example example, SlotTags slots) {
    var words = TaggedWords.of(example.text());
    var tags = new int[words.size()];
    for (Annotation annotation : example.annotations()) {
      int slot = slots.slots().indexOf(annotation.slot());
      boolean begun = false;
      for (int i = 0; i < tags.length && slot >= 0; i++) {
        if (words.start(i) < annotation.end() && annotation.start() < words.end(i)) {
          tags[i] = begun ? SlotTags.inside(slot) : SlotTags.begin(slot);
          begun = true;
        }
      }
    }
    return new TaggedExample(example.text(), words, tags);
  }

  /**
   * The same request as the classifier reads it, which is what the tagger is asked about too. A
   * word that was left out there takes its tag along.
   */
  TaggedExample asRead() {
    String read = RequestText.of(Normaliser.normalise(text));
    var made = TaggedWords.of(read);
    int[] places = WordAlignment.places(made, words);
    var carried = new int[places.length];
    int before = SlotTags.OUTSIDE;
    for (int i = 0; i < carried.length; i++) {
      int tag = places[i] < 0 ? SlotTags.OUTSIDE : tags[places[i]];
      carried[i] = SlotTags.follows(before, tag) ? tag : SlotTags.begin(SlotTags.slot(tag));
      before = carried[i];
    }
    return new TaggedExample(read, made, carried);
  }

  /** The values that the tags mark. */
  List<Annotation> annotations(SlotTags slots) {
    var found = new ArrayList<Annotation>();
    for (int from = 0; from < tags.length; from++) {
      if (SlotTags.begins(tags[from])) {
        int slot = SlotTags.slot(tags[from]);
        int to = from;
        while (to + 1 < tags.length && tags[to + 1] == SlotTags.inside(slot)) {
          to++;
        }
        int start = words.start(from);
        int end = words.end(to);
        String value = text.substring(start, end);
        found.add(new Annotation(start, end, slots.slots().get(slot), value));
      }
    }
    return found;
  }

  /** The tags of all slots that examples mark. */
  static SlotTags slots(Collection<Example> examples) {
    var names = new TreeSet<String>();
    examples.forEach(e -> e.annotations().forEach(a -> names.add(a.slot())));
    return new SlotTags(List.copyOf(names));
  }
}
