package io.musubi.web.sparql;

import io.musubi.rdf.Syntax;
import io.musubi.text.sparql.TextFunctions;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/** What the endpoint says of itself when it is asked nothing (SPARQL 1.1 Service Description). */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private ServiceDescription() {}

    /**
     * The description.
     *
     * @param base the base IRI, which ends with a slash
     */
    static Model of(String base, Limits limits) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sd", SD);
        model.setNsPrefix("void", VOID.getURI());
        model.setNsPrefix("dct", DCTerms.getURI());
        model.setNsPrefix("rdfs", RDFS.getURI());
        Resource service = model.createResource(base + "sparql").addProperty(RDF.type, sd(model, "Service"));
        add(service, "endpoint", service);
        add(service, "supportedLanguage", sd(model, "SPARQL11Query"));
        add(service, "feature", sd(model, "EmptyGraphs"));
        for (ResultFormat format : ResultFormat.values()) {
            add(service, "resultFormat", model.createResource(format.formatIri()));
        }
        for (Syntax syntax : Syntax.values()) {
            add(service, "resultFormat", model.createResource(syntax.formatIri()));
        }
        for (java.util.Iterator<String> functions = Functions.REGISTRY.keys(); functions.hasNext(); ) {
            add(service, "extensionFunction", model.createResource(functions.next()));
        }
        add(service, "propertyFeature", model.createResource(TextFunctions.QUERY));
        add(service, "defaultDataset", dataset(model, base));
        describe(service, limits);
        return model;
    }

    private static Resource dataset(Model model, String base) {
        Resource graph =
                model.createResource(base + ".well-known/void#graph").addProperty(RDF.type, sd(model, "Graph"));
        Resource dataset =
                model.createResource(base + ".well-known/void#dataset").addProperty(RDF.type, sd(model, "Dataset"));
        add(dataset, "defaultGraph", graph);
        return dataset;
    }

    private static void describe(Resource service, Limits limits) {
        service.addProperty(DCTerms.title, "結びのSPARQLエンドポイント", "ja");
        service.addProperty(DCTerms.title, "SPARQL endpoint of Musubi", "en");
        service.addProperty(
                RDFS.comment,
                "読み取り専用。制限: " + limits.time().toSeconds() + "秒、クエリ" + limits.queryLength() + "文字、答え" + limits.rows()
                        + "行または"
                        + limits.triples() + "トリプル、作られる文字列" + limits.stringLength() + "文字、同時" + limits.atOnce()
                        + "件、待ち" + limits.waiting() + "件、括弧の入れ子" + limits.depth() + "段、EXISTSの入れ子"
                        + QueryReader.DEEPEST_EXISTS + "段、演算子とパターン" + QueryReader.MOST_PARTS
                        + "個。SERVICEはなし、正規表現はRE2。text:queryで全文検索ができる。",
                "ja");
        service.addProperty(
                RDFS.comment,
                "Read-only. Limits: " + limits.time().toSeconds() + " s, " + limits.queryLength()
                        + " characters of query, " + limits.rows() + " rows or " + limits.triples()
                        + " triples of answer, " + limits.stringLength() + " characters of a string made, "
                        + limits.atOnce()
                        + " queries at once, " + limits.waiting() + " waiting, brackets " + limits.depth()
                        + " and EXISTS " + QueryReader.DEEPEST_EXISTS + " levels deep, " + QueryReader.MOST_PARTS
                        + " operators and patterns. No SERVICE; regular expressions are RE2's. Words are found by text:query.",
                "en");
    }

    private static Resource sd(Model model, String name) {
        return model.createResource(SD + name);
    }

    private static void add(Resource subject, String property, Resource object) {
        subject.addProperty(subject.getModel().createProperty(SD, property), object);
    }
}
