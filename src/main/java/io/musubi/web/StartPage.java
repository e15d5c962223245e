package io.musubi.web;

import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import io.musubi.model.Text;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /}: what is here, how much of it, and where to go on. */
final class StartPage implements Door {
    private static final Text TITLE = new Text("公的資金による研究データの知識グラフ", "Publicly funded research data as a graph");
    private static final Text ABOUT = new Text(
            "研究データ、論文、研究課題、研究者、機関をつなぐリンクトデータです。どのIRIも、ページとしてもデータとしても開けます。",
            "Linked data that ties research data, articles, projects, researchers and institutions together. Every IRI"
                    + " opens as a page and as data.");
    private static final Map<String, Text> TYPES = types();
    private static final Map<String, Text> DOORS = doors();

    private final Journal journal;

    StartPage(Journal journal) {
        this.journal = journal;
    }

    private static Map<String, Text> types() {
        Map<String, Text> types = new LinkedHashMap<>();
        types.put("dataset", new Text("データセット", "Datasets"));
        types.put("work", new Text("論文等", "Articles and other works"));
        types.put("project", new Text("研究課題", "Projects"));
        types.put("person", new Text("人物", "People"));
        types.put("organization", new Text("機関", "Organisations"));
        types.put("programme", new Text("事業", "Programmes"));
        types.put("record", new Text("記録", "Records"));
        types.put("catalog", new Text("情報源", "Sources"));
        return types;
    }

    private static Map<String, Text> doors() {
        Map<String, Text> doors = new LinkedHashMap<>();
        doors.put("sparql", new Text("SPARQLエンドポイント", "SPARQL endpoint"));
        doors.put("ontology", new Text("語彙とコード表", "Ontology and code lists"));
        doors.put(".well-known/void", new Text("データセットの記述 (VoID)", "Description of the dataset (VoID)"));
        doors.put("health", new Text("稼働状況", "Health"));
        return doors;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        Map<String, Long> counts;
        State state;
        try (Snapshot snapshot = journal.snapshot()) {
            counts = snapshot.counts();
            state = snapshot.state();
        }
        String language = exchange.language();
        StringBuilder body = new StringBuilder("<p>" + Html.text(ABOUT.in(language)) + "</p>\n<table>\n");
        TYPES.forEach((type, name) -> body.append("<tr><th scope=\"row\">")
                .append(Html.text(name.in(language)))
                .append("</th><td>")
                .append(counts.getOrDefault(type, 0L))
                .append("</td></tr>\n"));
        body.append("</table>\n<ul>\n");
        DOORS.forEach((path, name) -> body.append("<li>")
                .append(Html.link("./" + path, name.in(language)))
                .append("</li>\n"));
        body.append("</ul>\n");
        Pages.send(exchange, state, "plain", Map.of("heading", TITLE.in(language), "body", body.toString()));
    }
}
