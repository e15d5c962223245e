package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.List;
import java.util.Locale;

/** Codes of people and organisations (the e-Rad researcher number has a class of its own). */
final class AgentCodes {
    private AgentCodes() {}

    static List<Normaliser> all() {
        return List.of(
                orcid(),
                isni(),
                viaf(),
                aid(),
                nrid(),
                jglobal(),
                researchmap(),
                wikidata(),
                ror(),
                eradInstitution(),
                eradFunder(),
                kakenhiInstitution(),
                corporateNumber(),
                crossrefFunder(),
                grid());
    }

    private static Code orcid() {
        return Code.named(
                        "orcid",
                        text("ORCID iD", "ORCID iD"),
                        text("0000-0000-0000-000Xの形、最後は検査文字", "0000-0000-0000-000X, the last its check character"),
                        "((?:\\d{4}[ -]?){3}\\d{3}[0-9X])/?(?:[?#].*)?")
                .after("(?:https?://)?(?:www\\.)?orcid\\.org/|(?:info:|urn:)?orcid(?:\\.org)?(?: id)?[:/ ]*")
                .to(AgentCodes::hyphenated)
                .butNot("0000-0000-.*")
                .checked(Severity.VIOLATION, orcid -> CheckDigits.mod112(orcid.replace("-", "")));
    }

    private static String hyphenated(String text) {
        String code = Spelling.solid(text).toUpperCase(Locale.ROOT);
        return String.join("-", code.substring(0, 4), code.substring(4, 8), code.substring(8, 12), code.substring(12));
    }

    private static Code isni() {
        return Code.named(
                        "isni",
                        text("ISNI", "ISNI"),
                        text("16文字、最後は検査文字", "16 characters, the last its check character"),
                        "((?:\\d{4}[ -]?){3}\\d{3}[0-9X])/?")
                .after("(?:https?://)?(?:www\\.)?isni\\.org/(?:isni/)?|(?:urn:)?isni[: ]*")
                .to(code -> Spelling.solid(code).toUpperCase(Locale.ROOT))
                .butNot("0{15}.")
                .checked(Severity.WARNING, CheckDigits::mod112);
    }

    private static Code viaf() {
        return Code.named("viaf", text("VIAF ID", "VIAF ID"), text("数字", "Digits"), "([1-9]\\d{1,21})/?")
                .after("(?:https?://)?(?:www\\.)?viaf\\.org/viaf/|viaf[: ]*");
    }

    private static Code aid() {
        return Code.named(
                        "aid",
                        text("NACSIS-CAT著者名典拠ID", "NACSIS-CAT author ID"),
                        text("DAかDBと8文字", "DA or DB and 8 characters"),
                        "(D[AB]\\d{7}[0-9X])/?")
                .after("(?:https?://)?ci\\.nii\\.ac\\.jp/(?:books/)?author/|aid[: ]*")
                .to(code -> code.toUpperCase(Locale.ROOT));
    }

    private static Code nrid() {
        return Code.named("nrid", text("NRID", "NRID"), text("13桁の数字", "13 digits"), "(\\d{13})/?")
                .after(EradResearcher.NRID_ADDRESS + "|nrid[: ]*");
    }

    private static Code jglobal() {
        return Code.named(
                        "jglobal", text("J-GLOBAL ID", "J-GLOBAL ID"), text("18桁の数字", "18 digits"), "(\\d{18})(?:&.*)?")
                .after(
                        "(?:https?://)?jglobal\\.jst\\.go\\.jp/(?:en/)?(?:public/|detail(?:/)?\\?JGLOBAL_ID=)|j-?global(?: id)?[: ]*");
    }

    private static Code researchmap() {
        return Code.named(
                        "researchmap",
                        text("researchmapの会員ID", "researchmap permalink"),
                        text("半角英数字・ハイフン・下線", "ASCII letters, digits, hyphen, underscore"),
                        "([a-z0-9_.-]{3,60})/?")
                .after("(?:https?://)?(?:www\\.)?researchmap\\.jp/(?:en/)?");
    }

    private static Code wikidata() {
        return Code.named("wikidata", text("WikidataのID", "Wikidata ID"), text("Qと数字", "Q and digits"), "(Q[1-9]\\d*)")
                .after("(?:https?://)?(?:www\\.)?wikidata\\.org/(?:wiki|entity)/|wikidata[: ]*|wd:")
                .to(code -> code.toUpperCase(Locale.ROOT));
    }

    private static Code ror() {
        return Code.named(
                        "ror",
                        text("ROR ID", "ROR ID"),
                        text("0で始まる9文字、最後の2桁は検査数字", "9 characters from 0 on, the last two its check digits"),
                        "(0[a-hj-km-np-tv-z0-9]{6}\\d{2})/?(?:[?#].*)?")
                .after("(?:https?://)?(?:www\\.)?ror\\.org/|ror[: ]*")
                .to(Spelling::lower)
                .checked(Severity.VIOLATION, CheckDigits::ror);
    }

    private static Code eradInstitution() {
        return Code.named(
                        "erad-institution",
                        text("e-Rad所属研究機関コード", "e-Rad institution code"),
                        text("10桁の数字", "10 digits"),
                        "(\\d{10})")
                .butNot("(\\d)\\1{9}|1234567890|0123456789");
    }

    private static Code eradFunder() {
        // The published list has one cell that reads "1305 Organization".
        return Code.named(
                "erad-funder",
                text("e-Rad配分機関コード", "e-Rad funder code"),
                text("3〜4桁の数字", "3 or 4 digits"),
                "0?([1-9]\\d{2,3})(?: [a-z ]+)?");
    }

    private static Code kakenhiInstitution() {
        return Code.named(
                        "kakenhi-institution",
                        text("科研費の機関番号", "KAKENHI institution number"),
                        text("5桁の数字", "5 digits"),
                        "(\\d{5})")
                .after("(?:https?://)?nrid\\.nii\\.ac\\.jp/(?:(?:ja|en)/)?institution/|kakenhi[: ]*")
                .butNot("(\\d)\\1{4}|12345|01234");
    }

    private static Code corporateNumber() {
        return Code.named(
                        "corporate-number",
                        text("法人番号", "Corporate Number"),
                        text("13桁の数字、最初は検査数字", "13 digits, the first its check digit"),
                        "((?:\\d[ -]?){12}\\d)")
                .after(
                        "(?:https?://(?:www\\.)?houjin-bangou\\.nta\\.go\\.jp/henkorireki-johoto\\.html\\?selHouzinNo=)|T(?=\\d)|法人番号[: ]*")
                .to(Spelling::solid)
                .checked(Severity.WARNING, CheckDigits::corporateNumber);
    }

    private static Code crossrefFunder() {
        return Code.named(
                        "crossref-funder",
                        text("Crossref Funder ID", "Crossref Funder ID"),
                        text("10.13039/と数字", "10.13039/ and digits"),
                        "(?:10\\.13039/)?(\\d{9,12})/?")
                .after(
                        "(?:(?:https?://)?(?:dx\\.)?doi\\.org/|https?://data\\.crossref\\.org/fundingdata/funder/|(?:info:)?doi[:/ ]*)+(?=10\\.13039/)");
    }

    private static Code grid() {
        return Code.named(
                        "grid",
                        text("GRID ID", "GRID ID"),
                        text("grid.12345.6f", "grid.12345.6f"),
                        "(grid\\.\\d+\\.[0-9a-f]+)/?")
                .after("(?:https?://)?(?:www\\.)?grid\\.ac/institutes/")
                .to(Spelling::lower);
    }

    private static Text text(String ja, String en) {
        return new Text(ja, en);
    }
}
