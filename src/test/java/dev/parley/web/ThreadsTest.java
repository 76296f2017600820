package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.ConversationId;
import dev.parley.person.Person;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
  private static final Person JASON = person("jason");
  private static final Person MARIA = person("maria");

  @Test
  void aSharedThreadIsTheSameForEverybody() {
    var place = Threads.conversation(JASON, "team/t-1");
    assertThat(place).isEqualTo(Threads.conversation(MARIA, "team/t-1"));
    assertThat(Threads.isShared(place)).isTrue();
    assertThat(Threads.name(MARIA, place)).contains("team/t-1");
  }

  @Test
  void aPrivateThreadIsOfOnePersonAndNobodyElseCanNameIt() {
    var jasons = Threads.conversation(JASON, "mine/t-1");
    assertThat(jasons).isNotEqualTo(Threads.conversation(MARIA, "mine/t-1"));
    assertThat(Threads.isShared(jasons)).isFalse();
    assertThat(Threads.name(JASON, jasons)).contains("mine/t-1");
    assertThat(Threads.name(MARIA, jasons)).isEmpty();
    assertThatThrownBy(() -> Threads.conversation(MARIA, jasons.place()))
        .isInstanceOf(Refusal.RefusedException.class);
  }

  @Test
  void aNameThatLooksLikeAPathStaysOnePerson() {
    var odd = person("jason/t-1/../maria");
    assertThat(Threads.own(odd)).isNotEqualTo(Threads.own(JASON)).matches("person/[^/]+/");
    assertThat(Threads.name(JASON, Threads.conversation(odd, "mine/x"))).isEmpty();
    assertThat(Threads.own(person("字".repeat(80)))).hasSizeLessThan(130);
  }

  @Test
  void aConversationElsewhereIsNoThread() {
    assertThat(Threads.name(JASON, new ConversationId("api", "team/t-1"))).isEmpty();
    assertThat(Threads.isShared(new ConversationId("api", "team/t-1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "team",
        "team/",
        "mine/",
        "mine/a/b",
        "mine/../maria/x",
        "team/a b",
        "person/maria/x",
        "other/x",
        "team/%2e"
      })
  void refusesOtherNames(String name) {
    assertThatThrownBy(() -> Threads.conversation(JASON, name))
        .isInstanceOf(Refusal.RefusedException.class)
        .hasMessageContaining("no such thread");
  }

  private static Person person(String key) {
    return new Person(key, key, Set.of(), List.of(), ZoneOffset.UTC, false);
  }
}
