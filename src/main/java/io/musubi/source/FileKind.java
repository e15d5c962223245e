package io.musubi.source;

import io.musubi.model.Syntax;
import io.musubi.model.Text;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;

/**
 * What a file's first bytes say of it.
 *
 * @param syntax the reader to try; empty when there is none
 * @param encodings the likely encodings; for JSON and XML only the first counts
 * @param isLines whether JSON comes one value a line
 * @param delimiter of a table
 * @param refusal why there is no reader
 */
record FileKind(
        Optional<Syntax> syntax, List<Encoding> encodings, boolean isLines, char delimiter, Optional<Text> refusal) {
    /** How many bytes are looked at. */
    static final int HEAD = 1 << 20;

    /** Looks at the first {@link #HEAD} bytes of a file. */
    static FileKind of(byte[] head) {
        if (head.length == 0) {
            return refused("空のファイルです。", "The file is empty.");
        }
        Optional<FileKind> known = byMagic(head);
        if (known.isPresent()) {
            return known.get();
        }
        List<Encoding> encodings = Encoding.of(head, head.length);
        if (encodings.isEmpty() || isBinary(head, encodings.getFirst())) {
            return refused(
                    "文字として読めません。バイナリ形式か、対応していない文字コード(バイト順の印のないUTF-16など)です。UTF-8で保存し直してください。",
                    "Not text: a binary format, or an encoding without a reader, such as UTF-16 without its byte order"
                            + " mark. Save it as UTF-8.");
        }
        Encoding first = encodings.getFirst();
        String text = new String(head, first.markLength(), head.length - first.markLength(), first.charset());
        return byText(text.stripLeading(), head, encodings);
    }

    private static FileKind byText(String text, byte[] head, List<Encoding> encodings) {
        if (text.isEmpty()) {
            return refused("空白だけのファイルです。", "The file holds nothing but white space.");
        }
        return switch (text.charAt(0)) {
            case '<' -> xml(head, encodings.getFirst());
            case '{' -> readable(Syntax.JSON, encodings, isLines(text), ',');
            case '[' -> readable(Syntax.JSON, encodings, false, ',');
            default -> readable(Syntax.CSV, encodings, false, delimiter(text));
        };
    }

    private static FileKind xml(byte[] head, Encoding likely) {
        try {
            return readable(Syntax.XML, List.of(Encoding.ofXml(head, head.length, likely)), false, ',');
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return refused(
                    "XML宣言の文字コード「" + e.getMessage() + "」は使えません。UTF-8で保存し直してください。",
                    "The XML declaration names an encoding that there is not, '" + e.getMessage()
                            + "'. Save it as UTF-8.");
        }
    }

    /** Whether a second object begins on a line of its own while the first line leaves nothing open. */
    private static boolean isLines(String text) {
        List<String> two = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        return two.size() == 2
                && two.get(1).startsWith("{")
                && "[,:{".indexOf(two.get(0).charAt(two.get(0).length() - 1)) < 0;
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        long tabs = header.chars().filter(c -> c == '\t').count();
        long commas = header.chars().filter(c -> c == ',').count();
        return tabs > commas ? '\t' : ',';
    }

    private static Optional<FileKind> byMagic(byte[] head) {
        if (starts(head, 'P', 'K', 3, 4)) {
            return Optional.of(refused(
                    "ZIP形式(Excelブックなど)です。CSVかJSONで書き出してください。",
                    "A ZIP archive, such as an Excel workbook. Export it as CSV or JSON."));
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            return Optional.of(refused("PDFです。元のデータを使ってください。", "A PDF. Use the data it was made from."));
        }
        if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            return Optional.of(
                    refused("古いOffice文書です。CSVかJSONで書き出してください。", "An old Office document. Export it as CSV or JSON."));
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A text may be damaged by a NUL here and there; what has more of them is none, or UTF-16 that does not say so. */
    private static boolean isBinary(byte[] head, Encoding encoding) {
        int zeros = 0;
        for (byte each : head) {
            zeros += each == 0 ? 1 : 0;
        }
        return encoding.markLength() <= 1 && zeros > Math.max(1, head.length / 100);
    }

    private static FileKind readable(Syntax syntax, List<Encoding> encodings, boolean isLines, char delimiter) {
        return new FileKind(Optional.of(syntax), encodings, isLines, delimiter, Optional.empty());
    }

    private static FileKind refused(String ja, String en) {
        return new FileKind(Optional.empty(), List.of(), false, ',', Optional.of(new Text(ja, en)));
    }
}
