package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.List;
import java.util.Locale;

/** Codes of data, articles and other works (DOI and handle have classes of their own). */
final class WorkCodes {
    private WorkCodes() {}

    static List<Normaliser> all() {
        return List.of(
                crid(), naid(), ncid(), pmid(), pmcid(), ark(), arxiv(), isbn(), issn(), oai(), jga(), dra(), hum(),
                jrct());
    }

    private static Code crid() {
        return Code.named("crid", label("CRID"), shape("19桁の数字", "19 digits"), "(\\d{19})(?:\\.json|\\.rdf)?/?")
                .after("(?:https?://)?cir\\.nii\\.ac\\.jp/(?:(?:ja|en)/)?crid/|crid[: ]*");
    }

    private static Code naid() {
        return Code.named(
                        "naid",
                        label("NAID"),
                        shape("CiNii論文の数字（例 110000000001）", "The digits of CiNii Articles, such as 110000000001"),
                        "([1-9]\\d{5,14})/?")
                .after("(?:https?://)?ci\\.nii\\.ac\\.jp/naid/|naid[: ]*");
    }

    private static Code ncid() {
        return Code.named(
                        "ncid",
                        label("NCID"),
                        shape(
                                "AA・AN・BA・BB・BC・BD・BNと7〜8桁の数字、末尾は数字かX",
                                "AA, AN, BA, BB, BC, BD or BN, 7 or 8 digits, then a digit or X"),
                        "((?:AA|AN|B[ABCDN])\\d{7,8}[0-9X]?)/?")
                .after("(?:https?://)?ci\\.nii\\.ac\\.jp/(?:ncid|books/ncid)/|ncid[: ]*")
                .to(text -> text.toUpperCase(Locale.ROOT));
    }

    private static Code pmid() {
        return Code.named("pmid", label("PubMed ID"), shape("1〜8桁の数字", "1 to 8 digits"), "0*([1-9]\\d{0,7})/?")
                .after("(?:https?://)?(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov/|(?:www\\.)?ncbi\\.nlm\\.nih\\.gov/pubmed/)"
                        + "|info:pmid/|(?:pubmed|pmid)[: ]*");
    }

    private static Code pmcid() {
        return Code.named(
                        "pmcid",
                        label("PubMed Central ID"),
                        shape("PMCと数字", "PMC and digits"),
                        "(?:PMC)?([1-9]\\d{0,8})/?")
                .after(
                        "(?:https?://)?(?:pmc\\.ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?ncbi\\.nlm\\.nih\\.gov/pmc)/articles/|pmcid[: ]*")
                .to(digits -> "PMC" + digits);
    }

    private static Code ark() {
        return Code.named(
                        "ark",
                        label("ARK"),
                        shape("ark:12345/名前", "ark:12345/name"),
                        "(\\d{5,9}/\\S+|[0-9b-df-hj-km-np-tv-z]{5,9}/\\S+)")
                .after("(?:https?://[^/\\s]+/)?ark:/?")
                .to(name -> "ark:" + name);
    }

    private static Code arxiv() {
        return Code.named(
                        "arxiv",
                        label("arXiv"),
                        shape("2101.00001またはhep-th/9901001", "2101.00001 or hep-th/9901001"),
                        "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?(?:\\.pdf)?")
                .after("(?:https?://)?(?:www\\.)?arxiv\\.org/(?:abs|pdf)/|arxiv[: ]*")
                .to(Spelling::lower);
    }

    private static Code isbn() {
        return Code.named(
                        "isbn",
                        label("ISBN"),
                        shape("13桁または10桁", "13 or 10 digits"),
                        "((?:97[89][ -]?)?(?:\\d[ -]?){9}[0-9X])")
                .after("(?:urn:)?isbn(?:-?1[03])?[: ]*")
                .to(WorkCodes::isbn13)
                .checked(Severity.WARNING, isbn -> isbn.length() == 13 && CheckDigits.isbn13(isbn));
    }

    /** The 13 digits; an ISBN-10 that fails its check stays as it is, so that the check finds it. */
    private static String isbn13(String text) {
        String code = Spelling.solid(text).toUpperCase(Locale.ROOT);
        if (code.length() == 13 || !CheckDigits.mod11(code)) {
            return code;
        }
        String first = "978" + code.substring(0, 9);
        return first + CheckDigits.isbn13Digit(first);
    }

    private static Code issn() {
        return Code.named(
                        "issn", label("ISSN"), shape("1234-567Xの形", "Of the form 1234-567X"), "(\\d{4}-?\\d{3}[0-9X])")
                .after("(?:https?://portal\\.issn\\.org/resource/ISSN/)|(?:urn:)?[ep]?issn(?:-?l)?[: ]*")
                .to(text -> {
                    String code = text.replace("-", "").toUpperCase(Locale.ROOT);
                    return code.substring(0, 4) + "-" + code.substring(4);
                })
                .butNot("0000-0000")
                .checked(Severity.WARNING, issn -> CheckDigits.mod11(issn.replace("-", "")));
    }

    private static Code oai() {
        return Code.named(
                "oai",
                new Text("OAI識別子", "OAI identifier"),
                shape("oai:ホスト:番号", "oai:host:number"),
                "(oai:[^:\\s]+:\\S+)");
    }

    private static Code jga() {
        return Code.named(
                        "jga",
                        new Text("JGA番号", "JGA accession"),
                        shape("JGAD000001など", "JGAD000001 and such"),
                        "(JGA[DSCP]\\d{6})")
                .to(text -> text.toUpperCase(Locale.ROOT));
    }

    private static Code dra() {
        return Code.named(
                        "dra",
                        new Text("DRA番号", "DRA accession"),
                        shape("DRA000001など", "DRA000001 and such"),
                        "(DR[APRSXZ]\\d{6,})")
                .to(text -> text.toUpperCase(Locale.ROOT));
    }

    private static Code hum() {
        return Code.named(
                        "hum",
                        new Text("NBDC研究ID", "NBDC research ID"),
                        shape("hum0001など", "hum0001 and such"),
                        "(hum\\d{4})(?:[.-]v\\d+)?")
                .after("(?:https?://humandbs\\.(?:biosciencedbc|dbcls)\\.jp/(?:(?:ja|en)/)?)")
                .to(Spelling::lower);
    }

    private static Code jrct() {
        return Code.named(
                        "jrct",
                        label("jRCT"),
                        shape("jRCTと9〜12桁の数字", "jRCT and 9 to 12 digits"),
                        "jRCT([a-z]?\\d{9,12})")
                .after("(?:https?://)?jrct\\.(?:niph|mhlw)\\.go\\.jp/(?:en-)?latest-detail/")
                .to(text -> "jRCT" + Spelling.lower(text));
    }

    private static Text label(String acronym) {
        return new Text(acronym, acronym);
    }

    private static Text shape(String ja, String en) {
        return new Text(ja, en);
    }
}
