package dev.parley.web;

import dev.parley.Reviewing;
import dev.parley.Reviewing.Outcome;
import dev.parley.understanding.NearExamples.Near;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was misread, over HTTP, for whom permissions.yml lets review. */
@Blocking
@Path("/api/v1/review")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {
  private static final int MOST = 200;

  private final Reviewing reviewing;
  private final Callers callers;

  ReviewResource(Reviewing reviewing, Callers callers) {
    this.reviewing = reviewing;
    this.callers = callers;
  }

  /**
   * What is wanted of a line.
   *
   * @param as for whom, as with messages
   * @param intent as which it should have been read; only to label it
   */
  public record Wish(@Nullable String as, @Nullable String intent) {}

  /**
   * One line.
   *
   * @param read the intent that it comes nearest to; empty for none
   * @param label the intent that it should have been read as; empty until somebody says so
   * @param meaning for a taught phrase, the exact command that it stands for
   * @param nearest the examples that it is worded most like
   */
  public record LineView(
      long number,
      String text,
      String reason,
      int count,
      String read,
      String label,
      String meaning,
      String person,
      String conversation,
      String last,
      double worth,
      List<NearView> nearest) {
    static LineView of(Reviewing.Line line) {
      var item = line.item();
      var last = item.last();
      return new LineView(
          item.number(),
          last.text(),
          last.reason().name().toLowerCase(Locale.ROOT),
          item.count(),
          last.read(),
          item.label(),
          last.meaning(),
          last.person(),
          last.conversation(),
          last.at().toString(),
          item.worth(),
          line.near().stream().map(NearView::of).toList());
    }
  }

  /** An example; {@code likeness} of its wording is from 0 to 1. */
  public record NearView(String text, String intent, double likeness) {
    static NearView of(Near near) {
      return new NearView(near.text(), near.intent(), near.likeness());
    }
  }

  /** What was done, in a sentence. */
  public record Done(String told) {}

  @GET
  @Operation(summary = "List what was misread; most is learnt from the first")
  public List<LineView> list(
      @QueryParam("as") @Nullable String as, @QueryParam("limit") @DefaultValue("50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refusal.badRequest("`limit` is from 1 to %d.".formatted(MOST));
    }
    var lines = reviewing.open(callers.current().proving(as), limit);
    if (!lines.refusal().isEmpty()) {
      throw Refusal.forbidden(lines.refusal());
    }
    return lines.lines().stream().map(LineView::of).toList();
  }

  @POST
  @Path("{number}/label")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Say as which `intent` a line should have been read")
  public Done label(@PathParam("number") long number, @Nullable Wish wish) {
    if (wish == null || wish.intent() == null || wish.intent().isBlank()) {
      throw Refusal.badRequest("`intent` is missing. Write one of intents/, or out_of_scope.");
    }
    var speaker = callers.current().proving(wish.as());
    return done(reviewing.label(speaker, number, wish.intent()));
  }

  @POST
  @Path("{number}/accept")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Have a line learnt as it is labelled",
      description =
          "It is appended to training-data/learnt/; a taught phrase holds for everybody from then"
              + " on.")
  public Done accept(@PathParam("number") long number, @Nullable Wish wish) {
    return done(reviewing.accept(callers.current().proving(as(wish)), number));
  }

  @POST
  @Path("{number}/reject")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take a line off the list")
  public Done reject(@PathParam("number") long number, @Nullable Wish wish) {
    return done(reviewing.reject(callers.current().proving(as(wish)), number));
  }

  private static @Nullable String as(@Nullable Wish wish) {
    return wish == null ? null : wish.as();
  }

  private static Done done(Outcome outcome) {
    if (outcome.refused()) {
      throw Refusal.forbidden(outcome.sentence());
    }
    if (!outcome.done()) {
      throw Refusal.conflict(outcome.sentence());
    }
    return new Done(outcome.sentence());
  }
}
