package dev.parley.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a verb finds around it.
 *
 * @param project the project's root, the home when none is named
 */
public record Surroundings(
    House house,
    Path project,
    Map<String, String> environment,
    BufferedReader in,
    PrintStream out,
    PrintStream err) {}
