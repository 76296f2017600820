package dev.parley.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which Parley this is. */
final class Version implements IVersionProvider {
  /** The same as in {@code pom.xml}; a test holds them together. */
  static final String NUMBER = "0.1.0";

  @Override
  public String[] getVersion() {
    return new String[] {
      "Parley " + NUMBER, "Java ${java.version} (${java.vendor}), ${os.name} ${os.arch}"
    };
  }
}
