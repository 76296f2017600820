package dev.parley.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.audit.AuditEvent;
import dev.parley.permission.PhoneApp;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One-time passwords and linked accounts over HTTP: for oneself, and for others by the admin. */
@QuarkusTest
@TestProfile(ApiTest.WithToken.class)
class AccountsApiTest {
  private static final String CODES = "/api/v1/one-time-passwords";
  private static final String ACCOUNTS = "/api/v1/accounts";

  @Inject RecordedConversations assistant;

  @AfterEach
  void takeThemAway() {
    admin().delete(CODES + "/maria");
  }

  @Test
  void somebodyEnrolsAndAFirstCodeMakesItCount() {
    var maria = session("maria");
    enrolled(maria).body("enrolled", equalTo(false));
    var phone = enrol(maria);
    enrolled(maria).body("enrolled", equalTo(false));
    var now = Instant.now();
    confirm(maria, phone.wrong(now)).statusCode(200).body("enrolled", equalTo(false));
    confirm(maria, "no code").statusCode(200).body("enrolled", equalTo(false));
    confirm(maria, phone.code(now)).statusCode(200).body("enrolled", equalTo(true));
    enrolled(maria).body("enrolled", equalTo(true));
    assertThat(assistant.noted)
        .anySatisfy(event -> assertThat(event).isInstanceOf(AuditEvent.CodesEnrolled.class));
    assertThat(assistant.noted.toString()).doesNotContain(phone.code(now));
  }

  @Test
  void whoHasThemGetsNoNewOnesWithoutACodeOfThem() {
    var maria = session("maria");
    var phone = enrol(maria);
    confirm(maria, phone.code(Instant.now()));
    begin(maria, Map.of()).statusCode(403).body("detail", containsString("already"));
    begin(maria, Map.of("code", phone.wrong(Instant.now()))).statusCode(403);
    enrolled(maria).body("enrolled", equalTo(true));
  }

  @Test
  void onlyAnAdminTakesThemAway() {
    var maria = session("maria");
    confirm(maria, enrol(maria).code(Instant.now()));
    maria.now().delete(CODES + "/maria").then().statusCode(403);
    session("jason").now().delete(CODES + "/maria").then().statusCode(403);
    enrolled(maria).body("enrolled", equalTo(true));
    admin().delete(CODES + "/maria").then().statusCode(200).body("removed", equalTo(true));
    admin().delete(CODES + "/maria").then().statusCode(200).body("removed", equalTo(false));
    enrolled(maria).body("enrolled", equalTo(false));
  }

  @Test
  void nobodyEnrolsForSomebodyElseWithASession() {
    begin(session("jason"), Map.of("as", "maria")).statusCode(403);
    session("jason").now().queryParam("as", "maria").get(CODES).then().statusCode(403);
    session("jason").now().queryParam("as", "maria").get(ACCOUNTS).then().statusCode(403);
    linkCode(session("jason"), Map.of("as", "maria", "platform", "slack")).statusCode(403);
  }

  @Test
  void aStrangerHasNeither() {
    begin(AccountsApiTest::admin, Map.of("as", "slack:U404")).statusCode(403);
    linkCode(AccountsApiTest::admin, Map.of("as", "slack:U404", "platform", "slack"))
        .statusCode(403);
  }

  @Test
  void whatIsMissingOrNoPlatformIsSaid() {
    var jason = session("jason");
    linkCode(jason, Map.of()).statusCode(400).body("detail", containsString("platform"));
    linkCode(jason, Map.of("platform", "parley")).statusCode(400);
    linkCode(jason, Map.of("platform", "../slack")).statusCode(400);
    jason
        .now()
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(CODES + "/confirmation")
        .then()
        .statusCode(400);
  }

  @Test
  void aLinkCodeIsGivenAndStandsNowhere() {
    var code =
        linkCode(AccountsApiTest::admin, Map.of("as", "jason", "platform", "slack"))
            .statusCode(200)
            .body("code", startsWith("link-"))
            .extract()
            .<String>path("code");
    assertThat(assistant.noted.toString()).contains("slack").doesNotContain(code);
  }

  @Test
  void onesOwnLinksAreListedAndNobodyElsesTakenAway() {
    session("maria").now().get(ACCOUNTS).then().statusCode(200).body("", empty());
    admin().queryParam("as", "maria").get(ACCOUNTS).then().statusCode(200).body("", hasSize(0));
    session("maria")
        .now()
        .delete(ACCOUNTS + "/slack/U1")
        .then()
        .statusCode(200)
        .body("removed", equalTo(false));
  }

  private static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + ApiTest.TOKEN);
  }

  /** Who asks, anew with each request. */
  private interface Asker {
    RequestSpecification now();
  }

  private static Asker session(String person) {
    var cookie = ApiTest.sessionOf(person);
    return () -> given().cookie(Sessions.COOKIE, cookie);
  }

  private static PhoneApp enrol(Asker who) {
    return new PhoneApp(begin(who, Map.of()).statusCode(200).extract().path("secret"));
  }

  private static ValidatableResponse begin(Asker who, Map<String, String> wish) {
    return who.now().contentType(ContentType.JSON).body(wish).post(CODES).then();
  }

  private static ValidatableResponse confirm(Asker who, String code) {
    return who.now()
        .contentType(ContentType.JSON)
        .body(Map.of("code", code))
        .post(CODES + "/confirmation")
        .then();
  }

  private static ValidatableResponse enrolled(Asker who) {
    return who.now().get(CODES).then().statusCode(200);
  }

  private static ValidatableResponse linkCode(Asker who, Map<String, String> wish) {
    return who.now().contentType(ContentType.JSON).body(wish).post(ACCOUNTS + "/link-codes").then();
  }
}
