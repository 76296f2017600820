package dev.parley.permission;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Problem;
import dev.parley.intent.YamlNode;
import dev.parley.inventory.EntityResolver;
import dev.parley.person.FilePeople;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code permissions.yml}: people, roles, rules and freezes, every problem at once. */
public final class PermissionsReader {
  /** What was read. There are no rules where there are problems: then nothing is allowed. */
  public record Result(FilePeople people, Permissions permissions, List<Problem> problems) {
    public Result {
      permissions = problems.isEmpty() ? permissions : Permissions.NONE;
      problems = List.copyOf(problems);
    }
  }

  private PermissionsReader() {}

  /**
   * Reads the file. Rules are compared with the catalogue and with what exists, so that one that
   * names nothing is no silent hole.
   */
  public static Result read(Path file, IntentCatalog catalog, EntityResolver resolver) {
    var problems = new ArrayList<Problem>();
    var shownAs = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("permissions");
    var root = YamlNode.read(file, shownAs, problems);
    if (root.isEmpty()) {
      var nobody = new FilePeople(List.of(), Set.of(), ZoneId.systemDefault());
      return new Result(nobody, Permissions.NONE, problems);
    }
    var map =
        root.get().map("permissions").only("people", "roles", "rules", "freezes", "directory");
    var roles = Roles.read(map);
    roles.checkIntents(catalog, root.get());
    var people = PeopleReader.read(map, roles);
    var reader = new RuleReader(catalog, resolver, roles, people);
    var rules = reader.read(map);
    var freezes = new FreezeReader(reader, roles).read(map);
    var directory = new DirectoryReader(roles).read(map).orElse(null);
    var known = new FilePeople(people, roles.guest(), ZoneId.systemDefault());
    return new Result(known, new Permissions(rules, freezes, directory), problems);
  }
}
