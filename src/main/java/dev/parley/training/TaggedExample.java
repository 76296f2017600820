package dev.parley.training;

import dev.parley.understanding.SlotTags;
import dev.parley.understanding.TaggedWords;
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

  /** The tags of all slots that examples mark. */
  static SlotTags slots(Collection<Example> examples) {
    var names = new TreeSet<String>();
    examples.forEach(e -> e.annotations().forEach(a -> names.add(a.slot())));
    return new SlotTags(List.copyOf(names));
  }
}
