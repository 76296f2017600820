package dev.parley.channel;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where platforms call their front ends. */
@Blocking
@Path("/hooks")
public class HooksResource {
  private final Instance<FrontEnds> frontEnds;

  HooksResource(Instance<FrontEnds> frontEnds) {
    this.frontEnds = frontEnds;
  }

  @POST
  @Path("{platform}/{path:.*}")
  @Operation(hidden = true)
  public Response called(
      @PathParam("platform") String platform,
      @PathParam("path") String path,
      @Context HttpHeaders headers,
      byte[] body) {
    var names = new HashMap<String, String>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> names.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    var call = new Hooked.Call(path, names, body);
    var answer =
        (frontEnds.isResolvable() ? frontEnds.get().find(platform) : Optional.<FrontEnd>empty())
            .filter(Hooked.class::isInstance)
            .map(frontEnd -> ((Hooked) frontEnd).called(call))
            .orElseGet(Hooked.Return::unknown);
    return Response.status(answer.status())
        .type(answer.contentType())
        .entity(answer.body())
        .build();
  }
}
