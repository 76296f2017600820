package dev.parley.knowledge;

/** Where the current snapshot comes from. */
@FunctionalInterface
public interface KnowledgeSource {
  Knowledge current();
}
