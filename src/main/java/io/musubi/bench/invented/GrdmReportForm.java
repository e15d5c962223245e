package io.musubi.bench.invented;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report 管理対象データ in Japanese: a row for each file. Every cell is quoted, as GakuNin RDM does. */
final class GrdmReportForm implements Form {
    private static final List<String> HEADER = List.of(
            "資金配分機関情報",
            "体系的番号におけるプログラム情報コード",
            "プログラム名",
            "体系的番号",
            "プロジェクト名",
            "データNo.",
            "データの名称",
            "掲載日・掲載更新日",
            "データの説明",
            "データの分野",
            "データ種別",
            "概略データ量",
            "管理対象データの利活用・提供方針 (有償/無償)",
            "管理対象データの利活用・提供方針(ライセンス)",
            "管理対象データの利活用・提供方針(引用方法等)",
            "アクセス権",
            "公開予定日 (公開期間猶予の場合)",
            "リポジトリ情報",
            "リポジトリURL・DOIリンク",
            "データ作成者",
            "データ作成者の研究者番号",
            "データ管理機関",
            "データ管理機関コード",
            "データ管理者",
            "データ管理者の研究者番号",
            "データ管理者の所属組織名",
            "データ管理者の所属機関の連絡先住所",
            "データ管理者の所属機関の連絡先電話番号",
            "データ管理者の所属機関の連絡先メールアドレス",
            "備考");
    private static final List<String> ACCESS = List.of("公開", "共有", "非共有・非公開", "公開期間猶予");
    private static final List<String> LICENCES = List.of("NO_LICENSE", "CCBY", "CCBYNC", "CCBYSA", "CCBYNCND");

    @Override
    public String opening() {
        return String.join(",", HEADER) + "\n";
    }

    @Override
    public String between() {
        return "";
    }

    @Override
    public String closing() {
        return "";
    }

    @Override
    public String record(Country country, Version version) {
        InventedRecord it = InventedRecord.of(country, version);
        Draw draw = country.draw("report", version.index());
        List<String> cells = new ArrayList<>();
        Project project = it.project();
        cells.addAll(List.of(project.funder().ja, "", project.funder().programmeJa, project.grant(), project.ja()));
        cells.addAll(List.of("D-" + version.index(), it.ja(), it.dated().toString()));
        cells.addAll(List.of(it.descriptionJa().orElse(""), project.field(), "観測データ", size(it)));
        cells.addAll(List.of("無償", LICENCES.get(it.licence()), "", ACCESS.get(it.access())));
        cells.add(it.access() == 3 ? it.issued().plusYears(1).toString() : "");
        cells.add(it.host().ja() + "学術リポジトリ");
        cells.add(it.doi().map(doi -> "https://doi.org/" + doi).orElse(""));
        cells.add(it.creators().stream().map(who -> name(who)).collect(Collectors.joining(";")));
        cells.add(it.creators().stream().map(who -> who.erad().orElse("")).collect(Collectors.joining(";")));
        institution(cells, it, draw);
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    static String size(InventedRecord it) {
        return it.files().isEmpty() ? "" : it.files().getFirst() / 1_000_000 + 1 + "MB";
    }

    private static String name(Person who) {
        return who.family().ja() + " " + who.given().ja();
    }

    private static void institution(List<String> cells, InventedRecord it, Draw draw) {
        boolean isPerson = draw.percent(70);
        Person manager = it.creators().getFirst();
        cells.addAll(List.of(it.host().ja(), "https://ror.org/" + it.host().ror()));
        cells.add(isPerson ? name(manager) : "");
        cells.add(Optional.of(manager)
                .filter(who -> isPerson)
                .flatMap(Person::erad)
                .orElse(""));
        cells.addAll(List.of(
                it.host().ja() + " 研究推進課", "〒000-0000 " + it.host().place().ja() + " 1-1"));
        cells.addAll(List.of("000-555-0431", "desk@example.jp", draw.percent(5) ? "連絡は平日に" : ""));
    }
}
