package io.musubi.service;

import io.musubi.model.State;
import io.musubi.model.Text;
import java.util.List;

/** Parts of a data folder that do not belong together. Nothing is written then: it could only make it worse. */
final class Losses {
    private Losses() {}

    /** The journal was told of commits that the ledger does not know: the ledger is missing, cut, or an older one. */
    static StoreException ofLedger(Folders folders, long ledger, long journal) {
        String jaWhat = ledger == 0
                ? "台帳がないか、空です(ジャーナルのみの複製であれば、公開はできますが取り込みはできません)。"
                : "台帳がジャーナルより古いものです(台帳はコミット " + ledger + " まで、ジャーナルは " + journal + " まで)。";
        String enWhat = ledger == 0
                ? "The ledger is missing or empty (a copy of the journal alone can be served, but takes no records)."
                : "The ledger is older than the journal: it ends at commit " + ledger + ", the journal at " + journal
                        + ".";
        String jaOut = ledger == 0 ? "" : "この台帳しかない場合は 'musubi rebuild --journal' でジャーナルを台帳から作り直せます。";
        String enOut = ledger == 0
                ? ""
                : " If this ledger is all there is, 'musubi rebuild --journal' makes the journal again from it.";
        return new StoreException(new Text(
                folders.data() + ": " + jaWhat + "何も変更していません。'musubi restore' でバックアップから復元してください。" + jaOut,
                folders.data() + ": " + enWhat + " Nothing was changed. Restore a backup by 'musubi restore'."
                        + enOut));
    }

    /** The journal's triples do not have the hash of its state. */
    static StoreException ofJournal(Folders folders, State state) {
        return new StoreException(new Text(
                folders.open() + ": ジャーナルが破損しています。状態 " + state.id()
                        + " のハッシュと内容が一致しません。'musubi doctor' で確認し、バックアップから復元するか、'musubi rebuild --journal' で台帳から作り直してください。",
                folders.open() + ": the journal is damaged: its content does not have the hash of state " + state.id()
                        + ". See 'musubi doctor'; restore a backup, or make the journal again from the ledger by"
                        + " 'musubi rebuild --journal'."));
    }

    /** The ledger cannot give the journal back. */
    static StoreException ofBoth(Folders folders, List<String> damages) {
        String how = damages.isEmpty() ? "" : ": " + damages.getFirst();
        return new StoreException(new Text(
                folders.ledger() + " の台帳は空か、破損しています" + how
                        + "。ジャーナルを作り直すことはできません。何も変更していません。'musubi restore' でバックアップから復元してください。",
                "The ledger in " + folders.ledger() + " is empty or damaged" + how
                        + ". The journal cannot be made again"
                        + " from it. Nothing was changed; restore a backup by 'musubi restore'."));
    }
}
