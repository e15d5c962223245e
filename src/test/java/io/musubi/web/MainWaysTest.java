package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The main ways through the pages, gone by a reader in a real browser, from the start page on by links only. */
class MainWaysTest {
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

    @BeforeEach
    void begin() {
        browser.go(SERVED.uri("/"));
    }

    @AfterEach
    void nothingFailedAndNobodyElseWasAsked() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.asked()).allMatch(it -> it.getPort() == SERVED.server.port());
    }

    private static void follow(String link, String place) {
        browser.find(link).click();
        browser.find("h1");
        assertThat(browser.address().getPath()).startsWith(place);
    }

    @Test
    void aJapaneseWordLeadsToADatasetItsProjectAndItsResearcher() {
        browser.find("main input[name=q]").sendKeys("二酸化硫黄", Keys.ENTER);
        assertThat(browser.text("main", "二酸化硫黄放出率")).contains("霧生 大地");
        follow("main li a[href$='dataset/doi/10.60501/so2-flux.2021']", "/dataset/");
        assertThat(browser.text("h1", "霧島火山群")).contains("二酸化硫黄放出率の連続観測データ");
        follow("main a[href$='project/grant/jpmjcr19z1']", "/project/");
        assertThat(browser.text("h1", "火山ガス")).isEqualTo("火山ガスと地殻変動の統合観測による噴火準備過程の解明");
        follow("main a[href$='person/erad/90999012']", "/person/");
        assertThat(browser.text("h1", "霧生")).contains("霧生 大地");
        assertThat(browser.text("main", "二酸化硫黄放出率")).contains("噴気孔における火山ガス組成");
    }

    @Test
    void aNumberInAnySpellingLeadsToItsThing() {
        browser.find("main input[name=q]").sendKeys("ＤＯＩ：１０．６０５０１／ＧＮＳＳ－１Ｈｚ．２０２２", Keys.ENTER);
        follow("main li a[href$='dataset/doi/10.60501/gnss-1hz.2022']", "/dataset/");
    }

    @Test
    void anExampleRunsAndItsAnswerIsTakenAway() throws IOException {
        follow(".site-nav a[href$='query']", "/query");
        follow("#examples a[href$='example=datasets-by-field']", "/query");
        browser.find("#query-run").click();
        browser.text(".query-table tbody", "ライフサイエンス");
        browser.find(".query-downloads button").click();
        String csv = new String(browser.downloaded("query-excel.csv"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFfield,datasets\r\n").contains("ライフサイエンス,");
    }

    @Test
    void anIndicatorOpensTheRecordsBehindANumber() {
        follow(".site-nav a[href$='indicators']", "/indicators");
        follow("main a[href$='indicators/datasets-by-fiscal-year']", "/indicators/datasets-by-fiscal-year");
        int number = Integer.parseInt(
                browser.find("table.indicator tbody td.number a").getText());
        assertThat(number).isPositive();
        follow("table.indicator tbody td.number a", "/indicators/datasets-by-fiscal-year");
        browser.text("h1", "内訳");
        assertThat(browser.all("main ol li a")).hasSize(number);
        follow("main ol li a", "/dataset/");
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("ja");
        browser.find("a.switch").click();
        browser.text(".switch", "日本語");
        follow(".site-nav a[href$='docs']", "/docs");
        follow("main a[href$='docs/analyst']", "/docs/analyst");
        assertThat(browser.address().getQuery()).isNull();
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
        assertThat(browser.text("h1", "analysts")).startsWith("For analysts");
        browser.find("a.switch").click();
        assertThat(browser.text("h1", "分析")).startsWith("分析する方へ");
    }

    @Test
    void aGuideOpensItsQueryInTheEditor() {
        follow(".site-nav a[href$='docs']", "/docs");
        follow("main a[href$='docs/analyst']", "/docs/analyst");
        follow(".guide a.run", "/query");
        browser.find("#query-run").click();
        assertThat(browser.text(".query-table tbody", "噴火前後の")).contains("火山性地震連続波形");
    }
}
