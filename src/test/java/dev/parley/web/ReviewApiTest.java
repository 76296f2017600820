package dev.parley.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review list over HTTP: for whom permissions.yml lets review, from this site's own pages. */
@QuarkusTest
@TestProfile(ApiTest.WithToken.class)
class ReviewApiTest {
  private static final String REVIEW = "/api/v1/review";

  @BeforeEach
  void nothingWanted() {
    RecordedReviews.WANTED.clear();
  }

  @Test
  void whoMayReviewSeesTheLines() {
    as("jason")
        .get(REVIEW)
        .then()
        .statusCode(200)
        .body("[0].number", equalTo(3))
        .body("[0].text", equalTo("shake <b>it</b>"))
        .body("[0].reason", equalTo("declined"))
        .body("[0].nearest[0].text", equalTo("kick it"));
  }

  @Test
  void whoMayNotSeesNothingAndChangesNothing() {
    as("maria").get(REVIEW).then().statusCode(403).body("detail", containsString("may not"));
    wish("maria", "label", Map.of("intent", "reload_service")).statusCode(403);
    wish("maria", "accept", Map.of()).statusCode(403);
    wish("maria", "reject", Map.of()).statusCode(403);
    given().get(REVIEW).then().statusCode(401);
    assertThat(RecordedReviews.WANTED).isEmpty();
  }

  @Test
  void aLineIsLabelledAcceptedAndRejected() {
    wish("jason", "label", Map.of("intent", "reload_service")).statusCode(200);
    wish("jason", "accept", Map.of()).statusCode(200).body("told", equalTo("Told accept 3."));
    wish("jason", "reject", Map.of()).statusCode(200);
    assertThat(RecordedReviews.WANTED)
        .containsExactly("label 3 reload_service", "accept 3", "reject 3");
  }

  @Test
  void whatIsNotThereOrNotSaidIsRefusedWithAReason() {
    wish("jason", "label", Map.of()).statusCode(400).body("detail", containsString("intent"));
    as("jason")
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(REVIEW + "/4/accept")
        .then()
        .statusCode(409);
    as("jason").queryParam("limit", 0).get(REVIEW).then().statusCode(400);
  }

  @Test
  void aPageOfAnotherSiteChangesNothing() {
    as("jason")
        .header("Origin", "https://evil.example")
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(REVIEW + "/3/accept")
        .then()
        .statusCode(403);
    as("jason")
        .header("Sec-Fetch-Site", "cross-site")
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(REVIEW + "/3/reject")
        .then()
        .statusCode(403);
    assertThat(RecordedReviews.WANTED).isEmpty();
  }

  @Test
  void nobodyReviewsAsSomebodyElseWithASession() {
    as("maria").queryParam("as", "jason").get(REVIEW).then().statusCode(403);
  }

  private static ValidatableResponse wish(String person, String verb, Map<String, String> wish) {
    return as(person).contentType(ContentType.JSON).body(wish).post(REVIEW + "/3/" + verb).then();
  }

  private static RequestSpecification as(String person) {
    return given().cookie(Sessions.COOKIE, ApiTest.sessionOf(person));
  }
}
