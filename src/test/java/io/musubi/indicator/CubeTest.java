package io.musubi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.rdf.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The integrity constraints of the RDF Data Cube Recommendation that apply to cubes without slices, measure types and
 * hierarchies, each as a question whether something breaks it; and for each a change that does break it.
 */
class CubeTest {
    private static final String PREFIXES = """
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    /** A constraint, and an update after which it is broken. */
    private record Constraint(String broken, String breaking) {}

    private static final Map<String, Constraint> CONSTRAINTS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "IC-01 one data set of each observation",
                    new Constraint(
                            "{ SELECT ?o (COUNT(?d) AS ?n) { ?o a qb:Observation OPTIONAL { ?o qb:dataSet ?d } } GROUP BY ?o }"
                                    + " FILTER(?n != 1)",
                            "DELETE { ?o qb:dataSet ?d } WHERE { ?o qb:dataSet ?d }")),
            Map.entry(
                    "IC-02 one structure of each data set",
                    new Constraint(
                            "?d a qb:DataSet . FILTER NOT EXISTS { ?d qb:structure/a qb:DataStructureDefinition }",
                            "DELETE { ?d qb:structure ?s } WHERE { ?d qb:structure ?s }")),
            Map.entry(
                    "IC-03 a measure in each structure",
                    new Constraint(
                            "?s a qb:DataStructureDefinition ."
                                    + " FILTER NOT EXISTS { ?s qb:component/qb:measure/a qb:MeasureProperty }",
                            "DELETE { ?c qb:measure ?m } WHERE { ?c qb:measure ?m }")),
            Map.entry(
                    "IC-04 a range of each dimension",
                    new Constraint(
                            "?p a qb:DimensionProperty . FILTER NOT EXISTS { ?p rdfs:range ?r }",
                            "DELETE { ?p rdfs:range ?r } WHERE { ?p a qb:DimensionProperty ; rdfs:range ?r }")),
            Map.entry(
                    "IC-05 a code list of each dimension of concepts",
                    new Constraint(
                            "?p a qb:DimensionProperty ; rdfs:range skos:Concept . FILTER NOT EXISTS { ?p qb:codeList ?l }",
                            "DELETE { ?p qb:codeList ?l } WHERE { ?p qb:codeList ?l }")),
            Map.entry(
                    "IC-06 only attributes are optional",
                    new Constraint(
                            "?c qb:componentRequired false ; qb:dimension|qb:measure ?p",
                            "INSERT { ?c qb:componentRequired false } WHERE { ?c qb:dimension ?p }")),
            Map.entry(
                    "IC-11 all dimensions in each observation",
                    new Constraint(
                            "?o qb:dataSet/qb:structure/qb:component/qb:dimension ?p . FILTER NOT EXISTS { ?o ?p ?v }",
                            "DELETE { ?o ?p ?v } WHERE { ?c qb:dimension ?p . ?o a qb:Observation ; ?p ?v }")),
            Map.entry(
                    "IC-12 no two observations of the same values",
                    new Constraint(
                            "?o1 qb:dataSet ?d . ?o2 qb:dataSet ?d . FILTER(?o1 != ?o2) FILTER NOT EXISTS {"
                                    + " ?d qb:structure/qb:component/qb:dimension ?p . ?o1 ?p ?v1 . ?o2 ?p ?v2 ."
                                    + " FILTER(?v1 != ?v2) }",
                            "INSERT { <urn:twin> ?p ?v } WHERE { { SELECT ?o { ?o a qb:Observation } LIMIT 1 } ?o ?p ?v }")),
            Map.entry(
                    "IC-13 required attributes in each observation",
                    new Constraint(
                            "?o qb:dataSet/qb:structure/qb:component ?c . ?c qb:componentRequired true ; qb:attribute ?p ."
                                    + " FILTER NOT EXISTS { ?o ?p ?v }",
                            "DELETE { ?o ?p ?v } WHERE { ?c qb:attribute ?p . ?o a qb:Observation ; ?p ?v }")),
            Map.entry(
                    "IC-14 the measure in each observation",
                    new Constraint(
                            "?o qb:dataSet/qb:structure/qb:component/qb:measure ?p . FILTER NOT EXISTS { ?o ?p ?v }",
                            "DELETE { ?o ?p ?v } WHERE { ?c qb:measure ?p . ?o a qb:Observation ; ?p ?v }")),
            Map.entry(
                    "IC-19 values from the code list",
                    new Constraint(
                            "?o qb:dataSet/qb:structure/qb:component/qb:dimension ?p . ?p qb:codeList ?l . ?o ?p ?v ."
                                    + " FILTER NOT EXISTS { ?v a skos:Concept ; skos:inScheme ?l }",
                            "DELETE { ?v skos:inScheme ?l } WHERE { ?v skos:inScheme ?l }"))));

    @TestFactory
    List<DynamicTest> everyCubeKeepsTheConstraints() {
        List<DynamicTest> tests = new ArrayList<>();
        Indicators.read(Graphs.HOME).all().forEach(indicator -> {
            Model cube = cube(indicator);
            CONSTRAINTS.forEach((name, it) -> tests.add(DynamicTest.dynamicTest(
                    indicator.id() + " " + name,
                    () -> assertThat(isBroken(cube, it)).isFalse())));
        });
        return tests;
    }

    @TestFactory
    List<DynamicTest> theConstraintsCanBeBroken() {
        List<DynamicTest> tests = new ArrayList<>();
        Indicator indicator = Indicators.read(Graphs.HOME).get("open-licence").orElseThrow();
        CONSTRAINTS.forEach((name, it) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            Model cube = cube(indicator);
            UpdateAction.parseExecute(PREFIXES + it.breaking(), cube);
            assertThat(isBroken(cube, it)).isTrue();
        })));
        return tests;
    }

    private static boolean isBroken(Model cube, Constraint constraint) {
        try (var execution = QueryExecutionFactory.create(PREFIXES + "ASK { " + constraint.broken() + " }", cube)) {
            return execution.execAsk();
        }
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void everySyntaxSaysTheSame(Syntax syntax) {
        Indicator indicator =
                Indicators.read(Graphs.HOME).get("management-mechanism").orElseThrow();
        Figures figures = figures(indicator);
        Model read = ModelFactory.createDefaultModel();
        RDFParser.fromString(
                        Cube.write(figures, "http://localhost:8080/", syntax),
                        syntax.format().getLang())
                .parse(read);
        assertThat(read.isIsomorphicWith(Cube.of(figures, "http://localhost:8080/")))
                .isTrue();
        assertThat(Cube.write(figures, "http://localhost:8080/", syntax))
                .isEqualTo(Cube.write(figures(indicator), "http://localhost:8080/", syntax));
    }

    private static Model cube(Indicator indicator) {
        Figures figures = figures(indicator);
        assertThat(figures.rows()).isNotEmpty();
        return Cube.of(figures, "http://localhost:8080/");
    }

    private static Figures figures(Indicator indicator) {
        Path examples =
                Graphs.HOME.resolve("indicators").resolve(indicator.id()).resolve("examples");
        String[] cases = examples.toFile().list();
        assertThat(cases).isNotNull();
        DatasetGraph dataset = Graphs.of(examples.resolve(cases[0]).resolve("data.ttl"));
        return dataset.calculateRead(() -> Graphs.calculation(dataset).figures(indicator, Graphs.STATE));
    }
}
