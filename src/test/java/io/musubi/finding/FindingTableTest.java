package io.musubi.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Finding;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table as a spreadsheet reads it. */
class FindingTableTest {
    private static CSVRecord written(String value) throws IOException {
        Text text = new Text("文、\"引用\"\n次の行", "text, \"quoted\"");
        Tally<Row> tally = Tally.ofRows(9);
        tally.take(List.of(new Row(
                "0123456789abcdef",
                "source",
                "oai:x:1",
                "http://localhost:8080/record/source/oai:x:1",
                "file.xml line 3",
                new Finding("R", Severity.WARNING, "n", "dc:title[2]", Optional.of(value), text, text, text, true),
                false)));
        StringBuilder out = new StringBuilder();
        FindingTable.csv(out, tally.groups(), "ja");
        List<CSVRecord> records = CSVParser.parse(new StringReader(out.toString()), CSVFormat.RFC4180)
                .getRecords();
        assertThat(records).hasSize(2);
        assertThat(records.getFirst().toList()).isEqualTo(FindingTable.COLUMNS);
        return records.get(1);
    }

    @Test
    void theColumnsAreTheseAndHoldEveryText() throws IOException {
        assertThat(written("値").toList())
                .containsExactly(
                        "1",
                        "WARNING",
                        "R",
                        "1",
                        "0",
                        "source",
                        "oai:x:1",
                        "http://localhost:8080/record/source/oai:x:1",
                        "file.xml line 3",
                        "dc:title[2]",
                        "値",
                        "文、\"引用\"\n次の行",
                        "文、\"引用\"\n次の行",
                        "文、\"引用\"\n次の行",
                        "no",
                        "yes",
                        "0123456789abcdef");
        assertThat(FindingTable.COLUMNS)
                .containsExactly(
                        "cause",
                        "severity",
                        "rule",
                        "records",
                        "admitted",
                        "source",
                        "record",
                        "link",
                        "place",
                        "field",
                        "value",
                        "message",
                        "expected",
                        "remedy",
                        "setAside",
                        "private",
                        "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void noCellIsAFormula(String value) throws IOException {
        assertThat(written(value).get(10)).isEqualTo("'" + value);
    }
}
