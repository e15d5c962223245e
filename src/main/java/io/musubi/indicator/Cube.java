package io.musubi.indicator;

import io.musubi.model.Hash;
import io.musubi.model.Text;
import io.musubi.rdf.Syntax;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Figures in the RDF Data Cube vocabulary. Measures and shares are values of a dimension of their own ({@code figure}),
 * so that a cell without a number is simply no observation; each observation says its unit and status by SDMX
 * attributes. Every value of a dimension is a concept, also "not stated", because a cube must name it.
 */
public final class Cube {
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final String SDMX = "http://purl.org/linked-data/sdmx/2009/";
    private static final Property VALUE = property(SDMX + "measure#obsValue");
    private static final Property UNIT = property(SDMX + "attribute#unitMeasure");
    private static final Property STATUS = property(SDMX + "attribute#obsStatus");
    private static final Property FOCUS = property("http://xmlns.com/foaf/0.1/focus");
    private static final Text FIGURE = new Text("指標値の種類", "Figure");
    private static final Text PERCENT = new Text("パーセント", "per cent");

    private final Figures figures;
    private final Indicator indicator;
    private final String iri;
    private final Model model = ModelFactory.createDefaultModel();

    private Cube(Figures figures, String base) {
        this.figures = figures;
        this.indicator = figures.indicator();
        this.iri = base + "indicators/" + indicator.id();
    }

    /**
     * The cube.
     *
     * @param base of our IRIs, with its slash
     */
    public static Model of(Figures figures, String base) {
        return new Cube(figures, base).build();
    }

    /** The cube as text. */
    public static String write(Figures figures, String base, Syntax syntax) {
        return RDFWriter.source(of(figures, base)).format(syntax.format()).asString();
    }

    private static Property property(String iri) {
        return ResourceFactory.createProperty(iri);
    }

    private static Property qb(String name) {
        return property(QB + name);
    }

    private Resource part(String name) {
        return model.createResource(iri + "#" + name);
    }

    private Model build() {
        model.setNsPrefix("qb", QB)
                .setNsPrefix("skos", SKOS.getURI())
                .setNsPrefix("dct", DCTerms.getURI())
                .setNsPrefix("rdfs", RDFS.getURI())
                .setNsPrefix("sdmx-measure", SDMX + "measure#")
                .setNsPrefix("sdmx-attribute", SDMX + "attribute#")
                .setNsPrefix("sdmx-dimension", SDMX + "dimension#")
                .setNsPrefix("xsd", XSDDatatype.XSD + "#");
        describe();
        indicator.dimensions().forEach(it -> dimension(it.name(), it.label(), it.sdmx()));
        dimension("figure", FIGURE, Optional.empty());
        indicator.measures().forEach(it -> concept("figure", it.name(), it.label()));
        indicator.shares().forEach(it -> concept("figure", it.name(), it.label()));
        structure();
        figures.rows().forEach(this::observe);
        return model;
    }

    private void describe() {
        Resource dataset = model.createResource(iri)
                .addProperty(RDF.type, model.createResource(QB + "DataSet"))
                .addProperty(qb("structure"), part("structure"))
                .addProperty(DCTerms.identifier, figures.state().id())
                .addLiteral(
                        DCTerms.date, model.createTypedLiteral(figures.asOf().toString(), XSDDatatype.XSDdate));
        both(dataset, DCTerms.title, indicator.title());
        both(dataset, RDFS.label, indicator.title());
        both(dataset, DCTerms.description, indicator.definition());
        indicator.caveats().forEach(it -> both(dataset, SKOS.scopeNote, it));
        indicator
                .reference()
                .ifPresent(it -> both(
                        dataset,
                        DCTerms.source,
                        new Text(
                                it.title().ja() + "（" + it.date() + "）",
                                it.title().en() + " (" + it.date() + ")")));
    }

    private static void both(Resource subject, Property property, Text text) {
        subject.addProperty(property, text.ja(), "ja").addProperty(property, text.en(), "en");
    }

    private void dimension(String name, Text label, Optional<String> sdmx) {
        Resource scheme = part("codes-" + name).addProperty(RDF.type, SKOS.ConceptScheme);
        both(scheme, SKOS.prefLabel, label);
        Resource dimension = part(name)
                .addProperty(RDF.type, model.createResource(QB + "DimensionProperty"))
                .addProperty(RDF.type, model.createResource(QB + "CodedProperty"))
                .addProperty(RDF.type, RDF.Property)
                .addProperty(RDFS.range, SKOS.Concept)
                .addProperty(qb("codeList"), scheme);
        both(dimension, RDFS.label, label);
        sdmx.ifPresent(it -> dimension.addProperty(RDFS.subPropertyOf, model.createResource(SDMX + "dimension#" + it)));
    }

    private Resource concept(String dimension, String code, Text label) {
        Resource concept = part(dimension + "-" + code);
        if (!concept.hasProperty(RDF.type)) {
            concept.addProperty(RDF.type, SKOS.Concept)
                    .addProperty(SKOS.inScheme, part("codes-" + dimension))
                    .addProperty(SKOS.topConceptOf, part("codes-" + dimension));
            part("codes-" + dimension).addProperty(SKOS.hasTopConcept, concept);
            both(concept, SKOS.prefLabel, label);
        }
        return concept;
    }

    private Resource concept(Dimension dimension, Value value) {
        String key = value.key();
        String code = key.isEmpty()
                ? "not-stated"
                : key.matches("[A-Za-z0-9.]+") ? key : Hash.of(key).shortHex();
        Resource concept = concept(dimension.name(), code, value.label());
        if (value.isIri()) {
            concept.addProperty(FOCUS, model.createResource(key));
        } else {
            // "_U" is SDMX's code for what is unknown.
            concept.addProperty(SKOS.notation, key.isEmpty() ? "_U" : key);
        }
        return concept;
    }

    private void structure() {
        Resource structure =
                part("structure").addProperty(RDF.type, model.createResource(QB + "DataStructureDefinition"));
        int order = 0;
        for (Dimension dimension : indicator.dimensions()) {
            component(structure, "dimension", part(dimension.name()), dimension.name(), ++order);
        }
        component(structure, "dimension", part("figure"), "figure", ++order);
        model.createResource(VALUE.getURI())
                .addProperty(RDF.type, model.createResource(QB + "MeasureProperty"))
                .addProperty(RDFS.range, model.createResource(XSDDatatype.XSDdecimal.getURI()));
        component(structure, "measure", VALUE, "value", ++order);
        for (Property attribute : List.of(UNIT, STATUS)) {
            model.createResource(attribute.getURI())
                    .addProperty(RDF.type, model.createResource(QB + "AttributeProperty"));
            component(structure, "attribute", attribute, attribute.getLocalName(), ++order)
                    .addLiteral(qb("componentRequired"), true);
        }
    }

    private Resource component(Resource structure, String kind, Resource property, String name, int order) {
        Resource component = part("component-" + name)
                .addProperty(RDF.type, model.createResource(QB + "ComponentSpecification"))
                .addProperty(qb(kind), property)
                .addProperty(qb("order"), model.createTypedLiteral(order));
        structure.addProperty(qb("component"), component);
        return component;
    }

    private void observe(Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            Measure measure = indicator.measures().get(i);
            Cell cell = row.cells().get(i);
            if (cell.number().isPresent()) {
                observe(row, measure.name(), BigDecimal.valueOf(cell.number().getAsLong()), measure.unit());
            }
        }
        figures.rates(row)
                .forEach(it -> it.percent()
                        .ifPresent(percent -> observe(row, it.share().name(), percent, PERCENT)));
    }

    private void observe(Row row, String figure, BigDecimal number, Text unit) {
        String key = row.values().stream().map(Value::key).collect(Collectors.joining("\n")) + "\n" + figure;
        Resource observation = part("observation-" + Hash.of(key).shortHex())
                .addProperty(RDF.type, model.createResource(QB + "Observation"))
                .addProperty(qb("dataSet"), model.createResource(iri))
                .addProperty(property(iri + "#figure"), part("figure-" + figure))
                .addProperty(VALUE, model.createTypedLiteral(number.toPlainString(), XSDDatatype.XSDdecimal))
                .addProperty(STATUS, model.createResource(SDMX + "code#obsStatus-A"));
        both(observation, UNIT, unit);
        for (int i = 0; i < row.values().size(); i++) {
            Dimension dimension = indicator.dimensions().get(i);
            observation.addProperty(
                    property(iri + "#" + dimension.name()),
                    concept(dimension, row.values().get(i)));
        }
    }
}
