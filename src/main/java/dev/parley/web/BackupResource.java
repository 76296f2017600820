package dev.parley.web;

import dev.parley.backup.Backup;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Everything that is kept, as one file. */
@Blocking
@Path("/api/v1/backup")
public class BackupResource {
  private final Backup backup;
  private final Callers callers;

  BackupResource(Backup backup, Callers callers) {
    this.backup = backup;
    this.callers = callers;
  }

  @GET
  @Produces("application/zip")
  @Operation(
      summary = "Write a backup",
      description = "Everything as it is at one moment; with `secrets=true` secrets and keys too.")
  public Response backup(@QueryParam("secrets") @Nullable String secrets) {
    callers.current().must(Scope.Right.ADMINISTER, "Only an admin token can take a backup.");
    StreamingOutput stream = out -> backup.write(out, "true".equals(secrets));
    return Response.ok(stream, "application/zip").build();
  }
}
