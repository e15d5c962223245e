package io.musubi.service;

import io.musubi.model.Finding;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.io.IOException;
import java.util.Optional;

/** What stewards are told of records that neither a crosswalk nor a shape finds fault with. */
final class Notices {
    /** The rule of what cannot be read. */
    static final String UNREADABLE = "Unreadable";

    /** The rule of what nothing identifies. */
    static final String NO_IDENTITY = "NoIdentity";

    private Notices() {}

    /** What a steward is told of something that cannot be read. */
    static Finding unreadable(String where, Text reason) {
        return new Finding(
                UNREADABLE,
                Severity.VIOLATION,
                "",
                where,
                Optional.empty(),
                reason,
                new Text("読み取れるレコード", "A record that can be read"),
                new Text("提供元で直し、もう一度送ってください。", "Correct it at its source and deliver it again."),
                false);
    }

    /** Why a file gives no record at all. */
    static Text cannotOpen(IOException e) {
        return new Text(
                "ファイルを開けません(" + e + ")。パスと権限を確認してください。",
                "The file cannot be opened (" + e + "). Check its path and permissions.");
    }

    /** Why a record that could be read could not be mapped or kept. */
    static Text broken(Throwable e) {
        return new Text(
                "このレコードの変換に失敗しました(" + e + ")。ほかのレコードには影響しません。",
                "This record could not be mapped (" + e + "). The others are not affected.");
    }

    /** Of versions with dates the newest holds; of two that came at once without a newer date, only the last is left. */
    static Finding repeated() {
        return new Finding(
                "identity.repeated",
                Severity.WARNING,
                "",
                "",
                Optional.empty(),
                new Text(
                        "同じ識別子のレコードが一度の納品に2件以上あり、内容が違います。最後のものだけが残っています。",
                        "Records with the same identifier but different contents came in one delivery. Only the last is kept."),
                new Text("納品の中で一意な識別子", "An identifier that is unique in its delivery"),
                new Text(
                        "別のものであれば識別子を分け、同じものであれば一つにしてください。",
                        "Give each its own identifier if they are different things; deliver one if they are the same."),
                false);
    }

    /** Of a record that nothing identifies. */
    static Finding noIdentity() {
        return new Finding(
                NO_IDENTITY,
                Severity.VIOLATION,
                "",
                "",
                Optional.empty(),
                new Text("レコードを識別する値がありません。", "The record has nothing that identifies it."),
                new Text("提供元での識別子", "An identifier in its source"),
                new Text(
                        "識別子の項目に値を入れて、もう一度送ってください。",
                        "Fill in the field that identifies the record and deliver it again."),
                false);
    }
}
