package dev.parley.web;

import java.util.concurrent.CompletionStage;

/** Reads the home's files again. */
@FunctionalInterface
public interface Reloads {
  /** Completes when everything is in use, also a model that had to be learnt. */
  CompletionStage<Reload> reload();
}
