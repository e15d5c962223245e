package io.musubi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.web.query.Example;
import io.musubi.web.query.Examples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example queries, asked about other things than those of the samples. */
class UserQueryTest {
    private static final String BASE = "http://localhost:8080/";
    private static final List<Example> EXAMPLES =
            Examples.read(Path.of(System.getProperty("musubi.home", "."))).all();
    private static final List<String> IRIS = List.of(
            BASE + "catalog/invented",
            BASE + "dataset/doi/10.60601/r7",
            BASE + "person/orcid/0000-0009-4357-991X",
            BASE + "project/grant/jp15k00045");

    @Test
    void eachStillIsAQueryAndNoneIsAboutTheSamples() {
        assertThat(EXAMPLES.stream().map(it -> UserQuery.of(it, "en", BASE, IRIS)))
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(it -> assertThat(it.text())
                        .doesNotContain("10.60501", "jpmjcr22z5", "adio-rdm", "0000-0009-9900-2060", "\"ja\""));
        assertThat(query("is-it-known").text()).contains("<https://doi.org/10.60601/r7>");
        assertThat(query("datasets-of-a-project").text()).contains("skos:notation \"jp15k00045\"");
        assertThat(query("datasets-of-a-researcher").text()).contains("<https://orcid.org/0000-0009-4357-991X>");
        assertThat(query("findings-of-a-source").text()).contains("<catalog/invented>");
    }

    private static UserQuery query(String name) {
        Example example = EXAMPLES.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        return UserQuery.of(example, "ja", BASE, IRIS);
    }

    @Test
    void theOrderOfAnAnswerDoesNotCount() {
        UserQuery table = query("counts-by-kind");
        assertThat(table.said("{\"results\":{\"bindings\":[{\"a\":1},{\"b\":2}]}}"))
                .isEqualTo(table.said("{\"results\":{\"bindings\":[{\"b\":2},{\"a\":1}]}}"))
                .isNotEqualTo(table.said("{\"results\":{\"bindings\":[{\"a\":1}]}}"));
        UserQuery graph = query("small-catalogue");
        assertThat(graph.said("a\nb\n")).isEqualTo(graph.said("b\na\n")).isNotEqualTo(graph.said("a\n"));
        UserQuery question = query("is-it-known");
        assertThat(question.said("{\"boolean\":false}")).isEmpty();
        assertThat(question.said("{\"boolean\":true}")).isNotEmpty();
    }
}
