package io.musubi.web.entity;

import io.musubi.web.thing.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How to cite a dataset or work, from what its document says, in the order that DataCite recommends: creators (year):
 * title. version. publisher. [kind]. identifier. What is not said is left out.
 */
final class Citation {
    private static final String DOI = "https://doi.org/";

    private Citation() {}

    /** The citation; empty when not even title and one of creator, year and identifier are known. */
    static String of(Thing thing) {
        String who =
                String.join(", ", thing.creators().stream().map(Thing::text).toList());
        String year = year(thing).map(it -> "(" + it + ")").orElse("");
        String head = (who + " " + year).strip();
        Optional<String> identifier = identifier(thing);
        if (!thing.isNamed() || (head.isEmpty() && identifier.isEmpty())) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(head.isEmpty() ? thing.text() : head + ": " + thing.text());
        text(thing, "dcat:version").ifPresent(sentences::add);
        text(thing, "dct:isPartOf").filter(it -> thing.kind().equals("work")).ifPresent(sentences::add);
        text(thing, "dct:publisher").ifPresent(sentences::add);
        text(thing, "dct:type").ifPresent(it -> sentences.add("[" + it + "]"));
        identifier.ifPresent(sentences::add);
        return sentences.stream()
                .map(it -> it.endsWith(".") ? it : it + ".")
                .collect(Collectors.joining(" "))
                .replaceFirst("(https?://\\S+)\\.$", "$1");
    }

    static Optional<String> year(Thing thing) {
        return thing.all("dct:issued|dct:available").stream()
                .map(Thing::year)
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    /** Its DOI, else another address that is its own. */
    static Optional<String> identifier(Thing thing) {
        List<String> same = thing.all("owl:sameAs").stream()
                .map(Thing::iri)
                .filter(it -> it.startsWith("http"))
                .toList();
        return same.stream()
                .filter(it -> it.startsWith(DOI))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    private static Optional<String> text(Thing thing, String trail) {
        return thing.said(trail).stream()
                .filter(it -> it.isNamed() || it.iri().isEmpty())
                .map(Thing::text)
                .findFirst();
    }
}
