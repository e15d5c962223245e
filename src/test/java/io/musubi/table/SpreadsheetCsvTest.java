package io.musubi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "+81", "-1", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1"})
    void aFormulaIsHarmless(String formula) {
        assertThat(SpreadsheetCsv.harmless(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a=b", "", "'quoted"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetCsv.harmless(text)).isEqualTo(text);
    }

    @Test
    void cellsAreQuotedAsRfc4180Says() throws IOException {
        StringBuilder out = new StringBuilder();
        SpreadsheetCsv.write(out, List.of("a", "b"), List.of(List.of("x,y", "say \"no\""), List.of("=1", "")));
        assertThat(out).hasToString("a,b\r\n\"x,y\",\"say \"\"no\"\"\"\r\n'=1,\r\n");
    }
}
