package io.musubi.cli;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.LocalQuery;
import io.musubi.journal.Journal;
import io.musubi.service.NormalForms;
import io.musubi.text.TextStore;
import io.musubi.text.sparql.TextFunctions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code musubi query}. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Answer a SPARQL query from the data folder (where a server runs, ask its /sparql).",
            "データフォルダに対してSPARQLを実行します。"
        },
        footer = {"", "Example: musubi query --format csv 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'"})
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--format", description = "text, json, xml, csv or tsv (default ${DEFAULT-VALUE}); graphs: Turtle.")
    private LocalQuery.Format format = LocalQuery.Format.TEXT;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the query from a file.")
    private Optional<Path> file = Optional.empty();

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "The query.")
    private Optional<String> text = Optional.empty();

    @Override
    public Integer call() {
        String query = file.map(QueryCommand::read)
                .or(() -> text)
                .orElseThrow(() -> new IllegalArgumentException("Give a query, or --file FILE"));
        Path folder = console.data().resolve("public");
        try (Journal journal = Journal.openReadOnly(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(Home.folder()));
                TextStore words = TextStore.open(folder, journal, NormalForms.read(Home.folder())::all)) {
            graph.follow((done, total) -> console.progress("graph", done, total));
            words.follow((done, total) -> console.progress("text", done, total));
            new LocalQuery(graph, new TextFunctions(words))
                    .run(query, console.isJson() ? LocalQuery.Format.JSON : format, System.out);
        }
        return ExitCode.OK;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read", e);
        }
    }
}
