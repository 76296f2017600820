package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.understanding.Objection.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What forbids, calls off, puts off or calls needless what it names starts nothing. */
class ForbiddenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the restart of nginx on web-02 has been called off",
        "restart of redis cancelled, the customer wants none",
        "the reload of haproxy was put on hold",
        "restarting tomcat is off the table",
        "the restart of tomcat can wait",
        "the restart of nginx won't take place",
        "the nginx restart is no longer needed",
        "scrap the plan to restart nginx",
        "drop that silly idea of a redis restart",
        "disregard my last request to restart apache",
        "withdraw the request to restart apache",
        "it's far too early to restart nginx",
        "too risky to restart pg on db-01",
        "restarting memcached is not necessary",
        "restarting redis now would be a mistake",
        "restarting jenkins isn't an option",
        "a restart of nginx is pointless",
        "it would be unwise to restart pg",
        "i am against a restart of nginx",
        "hold fire on the nginx restart",
        "wait with the restart of nginx",
        "the last thing we need is a restart of nginx",
        "let nginx keep running on web-03",
        "let the redis be",
        "nginx on web-02 stays as it is",
        "tomcat must stay up",
        "nginx needs no restart, it should keep running",
        "nginx doesn't need a restart",
        "web-02 doesn't have to be rebooted",
        "redis isn't to be restarted before noon",
        "dnt restart nginx",
        "noone should restart nginx",
        "we're better off not restarting nginx",
        "we can do without a restart of nginx",
        "i'd hate it if nginx got restarted",
        "i don't think we need to restart nginx",
        "nobody says that we want nginx restarted",
        "nevermind the restart of nginx on web-02",
        "belay the restart of nginx",
        "i am calling off our restart of nginx on web-02",
        "not now with the restart of nginx, the customers are on it",
        "let me look first, hang on with that restart of nginx",
        "nginx mustn't be given another restart on web-02",
        "i take that back, nginx stays up",
        "never mind about that nginx restart",
        "do nt restart nginx",
        "dotn restart nginx pls",
        "disregard our earlier wish for a restart of nginx",
        "restarting nginx for that sends a terrible message",
        "can you not reload nginx on web-02",
        "could you please not restart nginx",
        "would you not restart nginx now please",
        "restart nginx? over my dead body",
        "a restart of nginx? not on my watch",
        "no way are we restarting nginx on web-02",
        "restart nginx on web-02, hell no",
        "restart nginx? fat chance",
        "no restart please, nginx recovered",
        "no rollback pls, nginx recovered on web-02",
      })
  void isNotAsked(String text) {
    var reading = Shipped.read("restart_service", text);
    assertThat(reading.zone()).as(text).isEqualTo(Zone.DECLINE);
    assertThat(reading.objection())
        .as(text)
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            why -> assertThat(why.kind()).isIn(Kind.NEGATION, Kind.EXCEPTION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "would you mind restarting nginx on web-02",
        "nginx must be restarted on web-02",
        "take nginx on web-02 and restart it",
        "nginx on web-02 needs a restart",
        "never mind the noise, please restart nginx on web-02",
        "nothing else helped, restart nginx on web-02",
        "nobody else is here, please restart nginx on web-02",
        "don't forget the sale starts soon, restart nginx on web-02",
        "nevermind, restart nginx on web-02",
        "the meeting has been cancelled, so please restart nginx on web-02",
      })
  void whatOnlySoundsLikeItIsAsked(String text) {
    assertThat(Shipped.read("restart_service", text).objection()).as(text).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reload haproxy on lb-01 without dropping a connection",
        "could nginx be reloaded on web-02 without an interruption",
        "reload nginx on web-02, no restart please",
        "no restart needed, just reload nginx on web-02",
        "a reload of nginx on web-02 rather than a restart",
      })
  void aReloadInterruptsNothing(String text) {
    assertThat(Shipped.read("reload_service", text).objection()).isNull();
  }
}
