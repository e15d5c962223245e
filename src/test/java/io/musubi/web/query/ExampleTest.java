package io.musubi.web.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How an example file is read, and what is said of one that is wrong. */
class ExampleTest {
    private static final String SAID = "# for = steward\n# title.ja = 題\n# title.en = Title\n";

    @Test
    void commentsAreItsDescriptionAndTheRestIsTheQuery() {
        Example example = Example.read(
                "x",
                SAID
                        + "# about.ja = 一行目、\\\n#   二行目\n# about.en = About\n\n# plain\nASK { ?s ?p \"a\"@ja , \"ja\" }\n");
        assertThat(example.audience()).isEqualTo(Audience.STEWARD);
        assertThat(example.title().in("ja")).isEqualTo("題");
        assertThat(example.about().in("ja")).isEqualTo("一行目、二行目");
        assertThat(example.text()).isEqualTo("# plain\nASK { ?s ?p \"a\"@ja , \"ja\" }\n");
        assertThat(example.in("en")).isEqualTo("# plain\nASK { ?s ?p \"a\"@ja , \"en\" }\n");
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        assertThatThrownBy(() -> Example.read("x", SAID + "ASK {}"))
                .hasMessageContaining("x.rq")
                .hasMessageContaining("about.ja");
        assertThatThrownBy(() ->
                        Example.read("x", SAID.replace("steward", "king") + "# about.ja = a\n# about.en = b\nASK {}"))
                .hasMessageContaining("king")
                .hasMessageContaining("harvester");
        assertThatThrownBy(() -> Example.read("x", SAID + "# about.ja = a\n# about.en = b\n"))
                .hasMessageContaining("then the query");
    }
}
