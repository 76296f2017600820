package dev.parley.wiring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Manner;
import dev.parley.intent.Proposal;

/**
 * Leaves out of stored requests and proposals what is usual, so that most look as they always did.
 */
final class LeanJson {
  private LeanJson() {}

  static Module module() {
    return new SimpleModule("lean")
        .setMixInAnnotation(ActionRequest.class, LeanRequest.class)
        .setMixInAnnotation(Proposal.class, LeanProposal.class);
  }

  private interface LeanRequest {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UsualManner.class)
    Manner manner();
  }

  private interface LeanProposal {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UsualTerms.class)
    Proposal.Terms terms();
  }

  /** What is equal to it is left out, as Jackson asks. */
  static final class UsualManner {
    @Override
    public boolean equals(Object other) {
      return Manner.PLAIN.equals(other);
    }

    @Override
    public int hashCode() {
      return Manner.PLAIN.hashCode();
    }
  }

  /** The same for proposals. */
  static final class UsualTerms {
    @Override
    public boolean equals(Object other) {
      return Proposal.Terms.NONE.equals(other);
    }

    @Override
    public int hashCode() {
      return Proposal.Terms.NONE.hashCode();
    }
  }
}
