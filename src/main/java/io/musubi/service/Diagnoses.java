package io.musubi.service;

import io.musubi.graph.StateCheck;
import io.musubi.model.Text;
import java.util.Map;

/** What the doctor says of a part of the store, and what mends it. */
final class Diagnoses {
    private static final Text RESTORE =
            new Text("'musubi restore' でバックアップから復元してください。", "Restore a backup by 'musubi restore'.");
    private static final Text REBUILD =
            new Text("'musubi rebuild' でジャーナルから作り直してください。", "Run 'musubi rebuild': it is made again from the journal.");

    private static final Map<String, Text> NAMES = Map.of(
            "ledger", new Text("台帳", "ledger"),
            "journal", new Text("ジャーナル", "journal"),
            "graph", new Text("グラフ", "graph"),
            "text", new Text("検索索引", "text index"));

    private static final Map<String, Text> REMEDIES = Map.of(
            "ledger",
            RESTORE,
            "journal",
            new Text(
                    RESTORE.ja() + "バックアップがなければ 'musubi rebuild --journal' で台帳から作り直せます。",
                    RESTORE.en() + " Without one, 'musubi rebuild --journal' makes it again from the ledger."),
            "graph",
            REBUILD,
            "text",
            REBUILD);

    private Diagnoses() {}

    private static Text name(String part) {
        return NAMES.getOrDefault(part, new Text(part, part));
    }

    private static Text remedy(String part) {
        return REMEDIES.getOrDefault(part, RESTORE);
    }

    static Text sound(String part, StateCheck check) {
        return new Text(
                name(part).ja() + ": 正常(状態 " + check.state().id() + "、" + check.triples() + " トリプル)",
                name(part).en() + ": sound (state " + check.state().id() + ", " + check.triples() + " triples)");
    }

    static Text sound(String part, String at) {
        return new Text(name(part).ja() + ": 正常(" + at + ")", name(part).en() + ": sound (" + at + ")");
    }

    static Text damaged(String part, String how) {
        return new Text(
                name(part).ja() + ": 破損(" + how + ")。" + remedy(part).ja(),
                name(part).en() + ": damaged (" + how + "). " + remedy(part).en());
    }

    static Text held(String part, String holder) {
        return new Text(
                name(part).ja() + ": " + holder + " が使用中のため検証していません。",
                name(part).en() + ": open in " + holder + " and not verified; stop it to do so.");
    }

    static Text none(String part) {
        return new Text(
                name(part).ja() + ": まだありません(次の取り込みまたは公開のときに作られます)。",
                name(part).en() + ": none yet; it is made with the next ingest or start of a server.");
    }

    static Text noLedger() {
        return new Text("台帳: ありません(公開データのみの複製)。", "ledger: none; this is a copy of what is public.");
    }
}
