package dev.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of rooms: which package may use which. */
class ArchitectureTest {
  private static final String BASE = "dev.parley";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  /** A room and the rooms it may use; one row of the table each. */
  private static final Map<String, List<String>> ROOMS =
      new TreeMap<>(
          Map.ofEntries(
              room("conversation"),
              room("node"),
              room("intent"),
              room("inventory", "intent"),
              room("person", "conversation", "intent"),
              room("understanding", "conversation", "intent", "inventory"),
              room("command", "conversation", "intent", "inventory", "understanding"),
              room("knowledge", "conversation", "intent", "inventory", "understanding", "command"),
              room("dialogue", "conversation", "intent", "inventory", "understanding"),
              room("permission", "conversation", "intent", "inventory", "person"),
              room("audit", "conversation", "intent", "person"),
              room(
                  "action", "conversation", "intent", "inventory", "person", "permission", "audit"),
              room(
                  "reply",
                  "conversation",
                  "intent",
                  "inventory",
                  "understanding",
                  "dialogue",
                  "permission",
                  "action"),
              room("schedule", "conversation", "intent", "action"),
              room("backup"),
              room("teaching"),
              room("delivery", "conversation", "reply"),
              room("training", "intent", "inventory", "understanding", "knowledge"),
              room("interchange", "intent", "inventory", "understanding", "training"),
              room("demo", "intent", "inventory", "action")));

  private static final List<String> FRONT = List.of("channel", "web", "cli", "wiring");

  private static Map.Entry<String, List<String>> room(String name, String... mayUse) {
    return Map.entry(name, List.of(mayUse));
  }

  @TestFactory
  Stream<DynamicTest> eachRoomUsesOnlyTheRoomsOfItsRow() {
    return ROOMS.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(row.getKey(), () -> check(row.getKey(), row.getValue())));
  }

  private static void check(String room, List<String> mayUse) {
    var allowed =
        Stream.concat(Stream.of(room), mayUse.stream())
            .map(name -> BASE + "." + name + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(BASE + "." + room + "..")
        .should()
        .onlyDependOnClassesThat(outsideOr(allowed))
        .allowEmptyShould(true)
        .check(CODE);
  }

  private static DescribedPredicate<JavaClass> outsideOr(String... packages) {
    var inside = JavaClass.Predicates.resideInAnyPackage(packages);
    return DescribedPredicate.describe(
        "are in " + Arrays.toString(packages) + " or a library",
        type -> !type.getPackageName().startsWith(BASE) || inside.test(type));
  }

  @Test
  void theAssistantKnowsNoFrontEndAndNoWiring() {
    noClasses()
        .that()
        .resideInAPackage(BASE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            FRONT.stream().map(name -> BASE + "." + name + "..").toArray(String[]::new))
        .check(CODE);
  }

  @Test
  void theFrameworkStaysInItsRooms() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            BASE + ".wiring..",
            BASE + ".channel..",
            BASE + ".web..",
            BASE + ".cli..",
            BASE + "..jpa..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "org.eclipse.microprofile..")
        .check(CODE);
  }

  @Test
  void persistenceStaysBehindThePorts() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + "..jpa..", BASE + ".wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
        .check(CODE);
  }

  @Test
  void theCoreHasNeitherClockNorChance() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".dialogue")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.time.Clock.class,
            java.util.Random.class,
            java.util.UUID.class,
            java.security.SecureRandom.class,
            java.util.concurrent.ThreadLocalRandom.class)
        .check(CODE);
  }

  @Test
  void noRoomIsADrawerForAnything() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..dto..", "..service..")
        .check(CODE);
  }

  @Test
  void roomsFormNoCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CODE);
  }
}
