package dev.parley.channel;

import dev.parley.intent.YamlMap;

/** A kind of front end: its name in {@code channels.yml}, and how its settings are read. */
public interface FrontEndKind {
  String platform();

  /** Reads its settings; what is wrong is noted in the map, with its line. */
  Setup read(YamlMap settings);
}
