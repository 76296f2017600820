package dev.parley.web;

import dev.parley.person.Account;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Accounts that people linked to themselves, over HTTP. */
@Blocking
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
  private final Linking linking;
  private final Callers callers;

  AccountResource(Linking linking, Callers callers) {
    this.linking = linking;
    this.callers = callers;
  }

  /**
   * What is asked for.
   *
   * @param as for whom, as with messages
   * @param platform where the account is, e.g. slack
   */
  public record Wish(@Nullable String as, @Nullable String platform) {}

  /** What to type through the new account. */
  public record Code(String code) {}

  /** One linked account. */
  public record LinkView(String platform, String id, String person, String linkedAt) {}

  @POST
  @Path("link-codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a code that links an account of a `platform` when it is typed there")
  public Code code(@Nullable Wish wish) {
    if (wish == null || wish.platform() == null) {
      throw Refusal.badRequest("`platform` is missing. Write where the account is, e.g. slack.");
    }
    return new Code(linking.code(callers.current().proving(wish.as()), wish.platform()));
  }

  @GET
  @Operation(summary = "List the accounts that somebody linked")
  public List<LinkView> list(@QueryParam("as") @Nullable String as) {
    return linking.of(callers.current().proving(as)).stream()
        .map(
            link ->
                new LinkView(
                    link.account().platform(),
                    link.account().id(),
                    link.person(),
                    link.linkedAt().toString()))
        .toList();
  }

  @DELETE
  @Path("{platform}/{id}")
  @Operation(summary = "Unlink an account: one's own, and anybody's with the admin token")
  public Map<String, Boolean> unlink(
      @PathParam("platform") String platform, @PathParam("id") String id) {
    var caller = callers.current();
    boolean done =
        linking.unlink(
            new Account(platform, id), caller.self(), caller.may(Scope.Right.ADMINISTER));
    return Map.of("removed", done);
  }
}
