package io.musubi.bench.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How hostile queries are written down, and made. */
class ShapesTest {
    @Test
    void repetitionsAreWrittenOut() {
        assertThat(Shapes.written("ASK %{3:{}%?v%i %{3:}}% %{2:?v%i=?v%j }%"))
                .isEqualTo("ASK {{{?v%i }}} ?v0=?v1 ?v1=?v2 ");
        assertThat(Shapes.written("'%%' $1 \\\\ %{2:$1\\\\}%")).isEqualTo("'%%' $1 \\\\ $1\\\\$1\\\\");
    }

    @Test
    void aSeedMakesTheSameQueriesAgain() {
        Grammar grammar = new Grammar(7);
        Grammar again = new Grammar(7);
        assertThat(Stream.generate(grammar::next).limit(50))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        Stream.generate(again::next).limit(50).toList());
    }
}
