package dev.parley.understanding;

import java.util.Set;

/** Kinds of ordinary words that reading goes by. */
final class Words {
  /** What requests ask to be done; a clause that begins with one is a request of its own. */
  static final Set<String> REQUEST_VERBS =
      Set.of("restart", "stop", "start", "reload", "reboot", "bounce", "kick", "cycle", "kill", "show", "list", "check", "tail", "display", "give", "get", "tell", "print", "ping", "deploy", "rollback", "scale", "block", "unblock", "clear", "flush", "run", "trigger", "open", "resolve", "acknowledge", "ack", "page", "silence", "create", "assign", "back", "backup", "extend", "put", "turn", "bring", "shut", "find", "search", "look", "recycle", "respawn", "launch", "halt", "disable", "enable", "update", "upgrade", "install", "delete", "remove", "drop", "wipe", "fix", "describe", "measure", "query", "add", "report");

  /** Verbs whose object is a service. */
  static final Set<String> SERVICE_VERBS =
      Set.of("restart", "restarting", "stop", "stopping", "start", "starting", "reload", "reloading", "bounce", "bouncing", "kick", "cycle", "recycle", "respawn", "launch", "halt", "restarted", "reloaded", "stopped", "started", "bounced");

  /** What a service or a host is said to be, so that the word before it is one. */
  static final Set<String> STATES =
      Set.of("running", "up", "down", "alive", "ok", "okay", "working", "healthy", "active", "dead", "responding", "started", "stopped", "listening", "hanging", "stuck", "broken", "slow", "failing", "crashed", "enabled");

  /** Words after which a place follows. */
  static final Set<String> PLACE_PREPOSITIONS =
      Set.of("on", "at", "in", "of", "from", "across", "onto", "over");

  static final Set<String> HOST_NOUNS =
      Set.of("host", "hosts", "server", "servers", "box", "boxes", "machine", "machines", "node", "nodes", "instance", "instances", "system", "systems", "group", "tier");

  static final Set<String> SERVICE_NOUNS = Set.of("service", "services", "daemon", "daemons");

  static final Set<String> DETERMINERS = Set.of("the", "a", "an", "our", "my", "your", "its", "their");

  /** Words that never are a name that does not exist, wherever they stand. */
  static final Set<String> NEVER_A_NAME =
      Set.of("it", "its", "them", "they", "this", "that", "these", "those", "there", "here", "everything", "everywhere", "anything", "something", "nothing", "all", "any", "both", "each", "every", "some", "one", "ones", "another", "other", "others", "same", "again", "now", "please", "pls", "asap", "today", "tonight", "tomorrow", "first", "second", "third", "last", "next", "previous", "current", "right", "wrong", "whole", "entire", "which", "what", "who", "whose", "where", "when", "how", "why", "me", "us", "you", "i", "we", "he", "she", "him", "her", "my", "our", "your", "their", "the", "a", "an", "and", "or", "but", "not", "no", "yes", "if", "is", "are", "was", "be", "do", "does", "did", "on", "in", "at", "of", "to", "for", "from", "with", "by", "up", "down", "off", "out", "over", "too", "also", "then", "so", "very", "just", "only", "even", "still", "back", "soon", "later", "service", "services", "daemon", "daemons", "server", "servers", "host", "hosts", "box", "boxes", "machine", "machines", "node", "nodes", "system", "systems", "instance", "instances", "process", "processes", "thing", "things", "stuff", "app", "apps", "application", "applications", "site", "website", "group", "fleet", "estate", "cluster", "prod", "production", "staging", "stage", "live", "dev", "development", "test", "testing", "time", "purpose", "demand", "call", "duty", "fire", "hold", "disk", "cpu", "memory", "ram", "swap", "load", "average", "uptime", "port", "boot", "startup", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "behalf", "top", "way", "case", "general", "particular", "order", "place", "charge", "board", "earth", "track", "need", "using", "having", "doing", "being", "new", "old", "broken", "failing", "slow", "bad", "main", "customer", "public", "internal", "external", "network", "status", "state", "log", "logs");

  private Words() {}
}
