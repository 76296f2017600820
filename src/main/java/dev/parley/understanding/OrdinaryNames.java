package dev.parley.understanding;

import java.util.Set;

/**
 * Ordinary English words that estates like to use as names: "search", "live", "orders". Such a word
 * names something only where the words around it say so.
 */
final class OrdinaryNames {
  private static final Set<String> WORDS =
      Set.of("search", "auth", "live", "stage", "staging", "pages", "page", "sessions", "session", "catalog", "catalogue", "orders", "order", "customers", "customer", "analytics", "platform", "payments", "payment", "database", "databases", "security", "web", "app", "apps", "db", "cache", "lb", "gateway", "billing", "shop", "critical", "major", "minor", "on", "off", "all", "mail", "email", "login", "api", "backend", "frontend", "front", "back", "proxy", "queue", "worker", "workers", "scheduler", "cron", "monitoring", "metrics", "logs", "logging", "log", "files", "storage", "backup", "backups", "build", "builds", "test", "tests", "release", "main", "master", "primary", "replica", "secondary", "node", "core", "edge", "data", "store", "users", "user", "accounts", "account", "admin", "portal", "site", "website", "home", "office", "print", "network", "operations", "support", "sales", "finance", "legal", "design", "mobile", "desktop", "dev", "prod", "production", "development", "testing", "qa", "demo", "internal", "external", "public", "private", "reports", "report", "events", "event", "messages", "message", "notifications", "images", "image", "media", "video", "chat", "voice", "map", "maps", "news", "blog", "docs", "wiki", "help", "status", "health", "time", "service", "services", "server", "servers", "host", "hosts", "go", "run", "watch", "guard", "vault", "console", "dashboard", "agent", "agents", "bridge", "hub", "stream", "fast", "slow", "new", "old", "up", "down", "high", "low", "medium", "urgent");

  private OrdinaryNames() {}

  static boolean contains(String phrase) {
    return WORDS.contains(phrase);
  }
}
