package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaggedSlotsTest {
  private final Intent deploy = Shipped.CATALOG.find("deploy").orElseThrow();
  private final Intent ticket = Shipped.CATALOG.find("create_ticket").orElseThrow();

  /** Tags a phrase wherever it stands. */
  private static TaggedSlots tagging(String slot, String phrase, double confidence) {
    return new TaggedSlots(
        (text, slots) -> {
          int start = text.indexOf(phrase);
          return start < 0 || !slots.test(slot)
              ? List.of()
              : List.of(new TaggedSpan(slot, start, start + phrase.length(), confidence));
        },
        Estate.RESOLVER);
  }

  private static Entity entity(SlotType type, String text, String message) {
    int start = message.indexOf(text);
    var values = List.of(SlotValue.of(text, text));
    return new Entity(type, null, text, start, start + text.length(), values, List.of());
  }

  @Test
  void fillsASlotThatNothingElseFills() {
    String text = "hi there, could you please depoly the nightly tag of shop";
    var added = tagging("version", "nightly", 0.9).added(deploy, text, List.of());
    assertThat(added)
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.slot()).isEqualTo("version");
              assertThat(entity.text()).isEqualTo("nightly");
              assertThat(text.substring(entity.start(), entity.end())).isEqualTo("nightly");
            });
  }

  @Test
  void leavesASlotThatIsFilled() {
    String text = "deploy 1.4.2 of shop tonight";
    var found = List.of(entity(SlotType.VERSION, "1.4.2", text));
    assertThat(tagging("version", "tonight", 0.9).added(deploy, text, found)).isEqualTo(found);
  }

  @Test
  void knownNamesTakePrecedence() {
    String text = "deploy shop";
    var found = List.of(entity(SlotType.APPLICATION, "shop", text));
    assertThat(tagging("version", "shop", 0.9).added(deploy, text, found)).isEqualTo(found);
  }

  @Test
  void aTextMayHoldNames() {
    String text = "create a ticket: renew the key of web-01";
    var found = List.of(entity(SlotType.HOST, "web-01", text));
    assertThat(tagging("title", "renew the key of web-01", 0.9).added(ticket, text, found))
        .extracting(Entity::text)
        .contains("renew the key of web-01");
  }

  @Test
  void leavesWhatIsAsLikelySomethingElse() {
    String text = "deploy the nightly tag of shop";
    assertThat(tagging("version", "nightly", 0.4).added(deploy, text, List.of())).isEmpty();
  }

  @Test
  void aNameThatNothingHasIsToldByItsPlace() {
    var restart = Shipped.CATALOG.get("restart_service");
    String text = "give kestrel a restart";
    assertThat(tagging("service", "kestrel", 0.9).added(restart, text, List.of()))
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.text()).isEqualTo("kestrel");
              assertThat(entity.values()).noneMatch(SlotValue::known);
            });
  }

  @Test
  void aSlipInANameIsThatName() {
    var restart = Shipped.CATALOG.get("restart_service");
    var added = tagging("service", "hparoxy", 0.9).added(restart, "hparoxy, restart", List.of());
    assertThat(added).singleElement().matches(e -> e.values().get(0).canonical().equals("haproxy"));
  }

  @Test
  void aNameThatNobodyHasToGiveHasToBeSure() {
    var list = Shipped.CATALOG.get("list_hosts");
    String text = "hosts of kestrel";
    assertThat(tagging("group", "kestrel", 0.8).added(list, text, List.of())).isEmpty();
    assertThat(tagging("group", "kestrel", 0.95).added(list, text, List.of())).hasSize(1);
  }

  @Test
  void noOrdinaryWordIsAName() {
    var restart = Shipped.CATALOG.get("restart_service");
    assertThat(tagging("service", "them", 0.99).added(restart, "bounce them", List.of())).isEmpty();
  }

  @Test
  void fillsNoTextThatNobodyHasToGive() {
    var resolve = Shipped.CATALOG.get("resolve_incident");
    String text = "resolve INC-7 it was the disk";
    assertThat(tagging("note", "it was the disk", 0.99).added(resolve, text, List.of())).isEmpty();
  }

  @Test
  void leavesWhatIsNoValueOfTheSlot() {
    String text = "deploy -rf of shop";
    assertThat(tagging("version", "-rf", 0.9).added(deploy, text, List.of())).isEmpty();
  }

  @Test
  void alignsWordsAcrossWhatWasLeftOutAndPutRight() {
    var made = TaggedWords.of("restart apache on web-01");
    var from = TaggedWords.of("please restrat apache on web-01 now");
    assertThat(WordAlignment.places(made, from)).containsExactly(1, 2, 3, 4);
  }
}
