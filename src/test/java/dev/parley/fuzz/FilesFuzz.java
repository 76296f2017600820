package dev.parley.fuzz;

/** Any file, to each reader of files: what one of them is for another one has to refuse well. */
public final class FilesFuzz {
  private FilesFuzz() {}

  public static void fuzzerInitialize() {
    Fuzzed.warmUp(FilesFuzz::fuzzerTestOneInput, "a: [b]");
  }

  public static void fuzzerTestOneInput(byte[] input) {
    IntentFilesFuzz.read(input);
    InventoryFilesFuzz.read(input);
    PermissionFilesFuzz.read(input);
    TrainingFilesFuzz.read(input);
    ConversationTestsFuzz.read(input);
  }
}
