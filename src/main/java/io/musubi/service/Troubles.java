package io.musubi.service;

import io.musubi.journal.HeldException;
import io.musubi.journal.JournalException;
import io.musubi.ledger.LedgerException;
import io.musubi.mapping.CrosswalkException;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an exception means to the user: the only place that sorts them. */
public final class Troubles {
    private static final List<String> FULL = List.of("[SQLITE_FULL]", "No space left on device");
    private static final List<String> READ_ONLY =
            List.of("[SQLITE_READONLY", "Read-only file system", "ReadOnlyFileSystemException");
    private static final List<String> DAMAGED =
            List.of("[SQLITE_CORRUPT", "[SQLITE_NOTADB", "[SQLITE_IOERR_SHORT_READ", " is damaged: ");

    private static final List<String> GRAPH = List.of("org.apache.jena.dboe.", "org.apache.jena.tdb2.");

    private static final String UNFORESEEN =
            ". Please report it. If it comes again, 'musubi doctor' says whether something is damaged.";

    private Troubles() {}

    /** Trouble with ledger, journal or graph: somebody else holds it, the disk is full, a file is damaged. */
    public static boolean isStore(Throwable e) {
        return e instanceof LedgerException
                || e instanceof JournalException
                || e instanceof HeldException
                || e instanceof StoreException
                || says(e, FULL)
                || says(e, READ_ONLY)
                || says(e, GRAPH);
    }

    /** Trouble with a file that was given. */
    public static boolean isInput(Throwable e) {
        return e instanceof IOException || e instanceof UncheckedIOException;
    }

    /** One sentence for the user; for what nobody foresaw, with the place in the program. */
    public static String message(Throwable e, String language) {
        return text(e).map(it -> it.in(language)).orElseGet(() -> message(e));
    }

    private static Optional<Text> text(Throwable e) {
        if (e instanceof StoreException trouble) {
            return Optional.of(trouble.text());
        }
        if (e instanceof HeldException held) {
            return Optional.of(new Text(
                    "書き込めるのは一度に一つのプロセスだけです(" + held.lock() + ")。使用中: " + held.holder()
                            + "。終わるのを待って、もう一度実行してください。サーバーが動いている間は、その /sparql や /indicators を利用できます。",
                    String.valueOf(held.getMessage())));
        }
        if (says(e, FULL)) {
            return Optional.of(full(e));
        }
        if (says(e, READ_ONLY)) {
            return Optional.of(readOnly(e));
        }
        if (says(e, GRAPH)) {
            return Optional.of(graph(e));
        }
        return isStore(e) && says(e, DAMAGED) ? Optional.of(damaged(e)) : Optional.empty();
    }

    private static Text graph(Throwable e) {
        return new Text(
                "グラフが壊れているようです(" + why(e) + ")。'musubi doctor' で確認し、'musubi rebuild' で作り直してください。",
                "The graph seems to be damaged (" + why(e) + "). See 'musubi doctor', and make it again by"
                        + " 'musubi rebuild'.");
    }

    private static Text full(Throwable e) {
        return new Text(
                "ディスクの空き容量が足りません(" + why(e) + ")。確定した分は保存されており、途中の分は取り消されました。空きを作り、同じコマンドをもう一度実行してください。",
                "The disk is full (" + why(e) + "). What was committed is kept, what was under way was undone."
                        + " Make room and run the same command again.");
    }

    private static Text readOnly(Throwable e) {
        return new Text(
                "データフォルダに書き込めません(" + why(e) + ")。読み取り専用でない場所を --data で指定するか、マウントと権限を確認してください。",
                "The data folder cannot be written (" + why(e)
                        + "). Give one by --data that can, or see how it is mounted and who may write there.");
    }

    private static Text damaged(Throwable e) {
        return e instanceof LedgerException
                ? new Text(
                        "台帳が壊れています(" + why(e)
                                + ")。これ以上は何も書き込みません。'musubi doctor' で確認し、'musubi restore' でバックアップから復元してください。",
                        "The ledger is damaged (" + why(e) + "). Nothing more is written. See 'musubi doctor', and"
                                + " restore a backup by 'musubi restore'.")
                : new Text(
                        "ジャーナルが壊れています(" + why(e) + ")。バックアップから復元するか、'musubi rebuild --journal' で台帳から作り直してください。",
                        "The journal is damaged (" + why(e) + "). Restore a backup, or make it again from the"
                                + " ledger by 'musubi rebuild --journal'.");
    }

    /** Whether {@code e} or what caused it says one of these words; the message of a cause is often nobody's but its own. */
    private static boolean says(Throwable e, List<String> words) {
        return Stream.iterate(e, it -> it != null, Throwable::getCause)
                .limit(20)
                .map(String::valueOf)
                .anyMatch(text -> words.stream().anyMatch(text::contains));
    }

    /** Flyway's messages have many lines. */
    private static String why(Throwable e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s*\\R-*\\s*", " ");
    }

    private static String message(Throwable e) {
        boolean isForeseen =
                isStore(e) || isInput(e) || e instanceof IllegalArgumentException || e instanceof CrosswalkException;
        String text = e.getMessage() == null ? e.toString() : why(e);
        if (isForeseen) {
            return text;
        }
        StringBuilder out = new StringBuilder("Something went wrong that should not: " + e);
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("io.musubi.")) {
                return out.append(" at ").append(frame).append(UNFORESEEN).toString();
            }
        }
        return out.append(UNFORESEEN).toString();
    }
}
