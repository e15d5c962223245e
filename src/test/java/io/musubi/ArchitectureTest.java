package io.musubi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The drawing of the house, as rules. A package that is not in the drawing fails; so does a rule that matches nothing. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.musubi");

    /** Room, and the rooms it may use beside itself. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("rdf", Set.of("model")),
            Map.entry("sqlite", Set.of()),
            Map.entry("source", Set.of("model", "rdf")),
            Map.entry("mapping", Set.of("model", "rdf")),
            Map.entry("check", Set.of("model", "rdf")),
            Map.entry("ledger", Set.of("model", "rdf", "sqlite")),
            Map.entry("identity", Set.of("model", "rdf")),
            Map.entry("journal", Set.of("model", "rdf", "sqlite")),
            Map.entry("graph", Set.of("model", "rdf", "journal")),
            Map.entry("text", Set.of("model", "rdf", "journal")),
            Map.entry("publish", Set.of("model", "rdf", "journal")),
            Map.entry("indicator", Set.of("model", "rdf", "table", "journal", "graph")),
            Map.entry("table", Set.of()),
            Map.entry("finding", Set.of("model", "table")),
            Map.entry(
                    "service",
                    Set.of(
                            "model",
                            "rdf",
                            "finding",
                            "source",
                            "mapping",
                            "check",
                            "ledger",
                            "identity",
                            "journal",
                            "graph",
                            "text")),
            // The web reads what is public and never sees the ledger.
            Map.entry(
                    "web",
                    Set.of("model", "rdf", "table", "finding", "journal", "graph", "text", "publish", "indicator")),
            // Measures every step by itself; nobody but the command line knows it.
            Map.entry(
                    "bench",
                    Set.of(
                            "model",
                            "rdf",
                            "source",
                            "mapping",
                            "check",
                            "ledger",
                            "journal",
                            "graph",
                            "text",
                            "publish",
                            "indicator",
                            "service",
                            "web")),
            Map.entry(
                    "cli",
                    Set.of(
                            "model",
                            "bench",
                            "rdf",
                            "table",
                            "finding",
                            "mapping",
                            "journal",
                            "graph",
                            "text",
                            "indicator",
                            "service",
                            "web"))));

    /** Library, and the rooms that may know it. */
    private static final Map<String, Set<String>> HOMES = new TreeMap<>(Map.ofEntries(
            Map.entry("javax.xml.stream", Set.of("source")),
            Map.entry("org.apache.commons.csv", Set.of("source", "table", "indicator")),
            Map.entry("com.fasterxml.jackson", Set.of("source", "mapping", "web", "bench", "cli")),
            Map.entry("org.yaml.snakeyaml", Set.of("mapping", "identity", "service", "indicator")),
            Map.entry("org.eclipse.rdf4j", Set.of("check", "bench")),
            Map.entry("io.carml", Set.of("bench")),
            Map.entry("java.sql", Set.of("ledger", "journal", "sqlite")),
            Map.entry("org.flywaydb", Set.of("ledger", "journal")),
            Map.entry("org.apache.jena.tdb2", Set.of("graph", "web", "bench")),
            Map.entry("org.apache.jena.fuseki", Set.of("graph", "web", "bench")),
            Map.entry("org.apache.jena", Set.of("rdf", "graph", "text", "publish", "indicator", "web", "bench")),
            Map.entry("org.apache.jena.shacl", Set.of("publish")),
            Map.entry("org.apache.lucene", Set.of("text")),
            Map.entry("org.commonmark", Set.of("web")),
            Map.entry("io.javalin", Set.of("web")),
            Map.entry("com.github.benmanes.caffeine", Set.of("web")),
            Map.entry("com.google.re2j", Set.of("web", "mapping")),
            Map.entry("picocli", Set.of("cli"))));

    private static String room(String packageName) {
        String rest = packageName.substring("io.musubi".length());
        return rest.isEmpty() ? "" : rest.substring(1).replaceAll("\\..*", "");
    }

    @Test
    void everyPackageIsInTheDrawing() {
        Set<String> rooms = new java.util.TreeSet<>();
        CLASSES.forEach(it -> rooms.add(room(it.getPackageName())));
        assertThat(rooms).isEqualTo(MAY_USE.keySet());
    }

    @TestFactory
    List<DynamicTest> aRoomUsesOnlyWhatTheDrawingAllows() {
        return MAY_USE.keySet().stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    Set<String> allowed = MAY_USE.get(room);
                    DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe(
                            "rooms other than " + allowed,
                            it -> it.getPackageName().startsWith("io.musubi")
                                    && !room(it.getPackageName()).equals(room)
                                    && !allowed.contains(room(it.getPackageName())));
                    noClasses()
                            .that()
                            .resideInAPackage("io.musubi." + room + "..")
                            .should()
                            .dependOnClassesThat(forbidden)
                            .allowEmptyShould(false)
                            .check(CLASSES);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aLibraryHasItsHomes() {
        return HOMES.keySet().stream()
                .map(library -> DynamicTest.dynamicTest(library, () -> {
                    Set<String> homes = HOMES.get(library);
                    DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.describe(
                            "classes outside " + homes, it -> !homes.contains(room(it.getPackageName())));
                    noClasses()
                            .that(elsewhere)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(library + "..")
                            .allowEmptyShould(false)
                            .check(CLASSES);
                    assertThat(CLASSES.stream()
                                    .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                                    .anyMatch(it ->
                                            it.getTargetClass().getPackageName().startsWith(library)))
                            .as("somebody uses " + library)
                            .isTrue();
                }))
                .toList();
    }

    @Test
    void everyPackageIsNullMarked() {
        for (JavaClass it : CLASSES) {
            if (it.getSimpleName().equals("package-info")) {
                assertThat(it.isAnnotatedWith(NullMarked.class))
                        .as(it.getPackageName())
                        .isTrue();
            }
        }
        Set<String> marked = new java.util.TreeSet<>();
        Set<String> all = new java.util.TreeSet<>();
        for (JavaClass it : CLASSES) {
            all.add(it.getPackageName());
            if (it.getSimpleName().equals("package-info")) {
                marked.add(it.getPackageName());
            }
        }
        assertThat(marked).isEqualTo(all);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotStartingWith("Abstract")
                .andShould()
                .haveSimpleNameNotStartingWith("Base")
                .check(CLASSES);
    }
}
