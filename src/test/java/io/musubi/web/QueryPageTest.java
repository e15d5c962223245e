package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The query page in a real browser: what its scripts do for somebody who sits before it. */
class QueryPageTest {
    @TempDir
    static Path folder;

    private static final Served SERVED = ServedSamples.served();
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(Browser.Look.desktop("ja"), folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Whatever was done: nothing failed, nothing was stopped by the policy, nobody else was asked. */
    @AfterEach
    void nothingElseIsAsked() {
        assertThat(browser.complaints())
                .filteredOn(it -> !it.contains("/sparql - Failed to load resource"))
                .isEmpty();
        assertThat(browser.asked()).allMatch(it -> it.getPort() == SERVED.server.port());
    }

    private static void open(String pathAndQuery) {
        browser.go(SERVED.uri(pathAndQuery));
        browser.find(".CodeMirror");
    }

    private static void write(String query) {
        browser.script("document.querySelector('.CodeMirror').CodeMirror.setValue(arguments[0])", query);
    }

    @Test
    void anExampleIsFoundRunAndFollowed() {
        open("/query");
        browser.find("#examples-word").sendKeys("ｒｏｒ のない");
        browser.find("#examples li:not([hidden]) a").click();
        assertThat(browser.text("#example-title", "ROR")).isEqualTo("RORのない機関名");
        browser.find("#query-run").click();
        assertThat(browser.text("#query-status", "行（")).contains("限度30秒");
        assertThat(browser.text(".query-table tbody tr", "霧島科学大学")).contains("record/");
        browser.find(".query-table tbody td a").click();
        assertThat(browser.address().getPath()).startsWith("/record/");
        assertThat(browser.find("h1").isDisplayed()).isTrue();
    }

    @Test
    void csvForExcelHasAMarkAndNoFormula() throws IOException {
        open("/query");
        write("SELECT ?label ?n { VALUES (?label ?n) { (\"=1+1\" -5) (\"研究, データ\" 2) } }");
        browser.script("document.querySelector('.CodeMirror').CodeMirror.focus()");
        browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.text("#query-status", "2行");
        browser.find(".query-downloads button").click();
        assertThat(new String(browser.downloaded("query-excel.csv"), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFlabel,n\r\n'=1+1,-5\r\n\"研究, データ\",2\r\n");
        String link = browser.find(".query-downloads a").getDomProperty("href");
        assertThat(link).contains("/sparql?query=").endsWith("format=csv");
    }

    @Test
    void twoColumnsBecomeAChart() {
        open("/query?example=datasets-by-field");
        browser.find("#query-run").click();
        browser.text("#query-status", "行");
        browser.find(".query-views button").click();
        assertThat(browser.text("figure tbody tr", "ライフサイエンス")).endsWith("11");
        assertThat(browser.all("figure svg rect")).hasSizeGreaterThan(5);
        assertThat(browser.all(".query-table")).noneMatch(it -> it.isDisplayed());
    }

    @Test
    void anErrorNamesItsLine() {
        open("/query");
        write("SELECT *\nWHERE {\n  ?s dct:title ?title\n}");
        assertThat(browser.text("#query-fault", "3行目")).contains("構文の誤り");
        browser.find("#query-run").click();
        assertThat(browser.text("#query-results [role=alert]", "3行目の6文字目")).contains("PREFIX dct:");
        assertThat(browser.all(".query-fault-line")).hasSize(1);
        assertThat(browser.all(".query-table")).isEmpty();
    }

    @Test
    void graphsAndYesOrNoAreShown() {
        open("/query?example=describe-a-dataset");
        browser.find("#query-run").click();
        assertThat(browser.text("#query-results pre", "dct:title")).contains("so2-flux");
        open("/query?query=" + Served.encode("ASK { ?s ?p ?o }"));
        assertThat(browser.text("#query-results .figure", "はい")).isEqualTo("はい");
    }

    @Test
    void ourTermsAreCompletedWithTheirPrefix() {
        open("/query");
        write("SELECT * WHERE {\n  ?dataset msb:accessD\n}");
        browser.script("const cm = document.querySelector('.CodeMirror').CodeMirror; cm.focus(); cm.setCursor(1, 22);");
        browser.type(Keys.chord(Keys.CONTROL, " "));
        assertThat(browser.text(".CodeMirror-hint", "msb:accessDivision")).contains("アクセス権");
        browser.type(Keys.ENTER);
        assertThat(String.valueOf(browser.script("return document.querySelector('.CodeMirror').CodeMirror.getValue()")))
                .contains("PREFIX msb: <https://w3id.org/musubi/ontology#>", "?dataset msb:accessDivision");
    }

    @Test
    void theKeyboardIsNotTrappedAndAQueryOutlivesAChangeOfLanguage() {
        open("/query");
        write("ASK { ?s ?p \"kept\" }");
        browser.script("document.querySelector('.CodeMirror').CodeMirror.focus()");
        browser.type(Keys.TAB);
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("query-run");
        browser.find("a.switch").click();
        browser.text("h1", "Query with SPARQL");
        assertThat(browser.find("#query-text, .CodeMirror").getText()).contains("kept");
        open("/query?lang=ja");
    }
}
