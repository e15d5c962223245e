package io.musubi.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes files wrong, from a seed: what cables, editors, programs and people do to them. Bytes stand as Latin-1. */
final class Mutations {
    private static final Pattern NAME = Pattern.compile("(?<=[<\"/:])[A-Za-z][A-Za-z0-9_-]*(?=[\\s\">:])");
    private static final Pattern VALUE = Pattern.compile("(?<=[>\"])[^<>\"{}\\[\\],\n]{2,80}(?=[<\"])");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final List<String> POISON = List.of(
            "\0",
            "\u0001",
            "\u001b[2J",
            "\u007f",
            "\u00ef\u00bb\u00bf",
            "\u00ff\u00fe",
            "\u00ed\u00a0\u0080",
            "\\ud800",
            "\\u0000",
            "&#0;",
            "&#xD800;",
            "&bomb;",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "../../../etc/passwd",
            "%00",
            "\"",
            "'",
            "\\",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "&",
            ",",
            ";",
            "\t",
            "\r",
            "\n",
            "null",
            "true",
            "[]",
            "{}",
            "9999-99-99",
            "1e999999999",
            "-0",
            "NaN",
            "http://",
            "http://[::1",
            "urn:",
            "10.1/",
            "xml:lang=\"x-\"",
            "\u00e2\u0080\u00ae",
            "\u00e3\u0083\u0086".repeat(3_000),
            "a".repeat(40_000),
            "-a".repeat(20_000));

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** The file with one to three things wrong. */
    byte[] of(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            text = text.isEmpty() ? POISON.getFirst() : once(text);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String once(String text) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(200));
        return switch (random.nextInt(14)) {
            case 0 -> flipped(text, at);
            case 1 -> text.substring(0, at);
            case 2 -> text.substring(at);
            case 3 -> text.substring(0, end) + text.substring(at);
            case 4 -> text.substring(0, at) + text.substring(end);
            case 5 -> swapped(text, NAME);
            case 6 -> swapped(text, VALUE);
            case 7 -> withoutLine(text);
            case 8 -> text.substring(0, at) + poison() + text.substring(at);
            case 9 -> replaced(text, VALUE, poison());
            case 10 -> replaced(text, NUMBER, "9".repeat(1 + random.nextInt(random.nextBoolean() ? 30 : 5_000)));
            case 11 -> without(text, random.nextBoolean() ? '"' : "{}[]<>/,".charAt(random.nextInt(8)));
            case 12 -> encoded(text);
            default -> replaced(text, VALUE, "");
        };
    }

    private String poison() {
        return POISON.get(random.nextInt(POISON.size()));
    }

    private String flipped(String text, int at) {
        StringBuilder out = new StringBuilder(text);
        out.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(8))));
        return out.toString();
    }

    private String swapped(String text, Pattern pattern) {
        List<MatchResult> found = found(text, pattern);
        if (found.size() < 2) {
            return text;
        }
        int first = random.nextInt(found.size() - 1);
        MatchResult a = found.get(first);
        MatchResult b = found.get(first + 1 + random.nextInt(found.size() - first - 1));
        return text.substring(0, a.start())
                + b.group()
                + text.substring(a.end(), b.start())
                + a.group()
                + text.substring(b.end());
    }

    private String replaced(String text, Pattern pattern, String by) {
        List<MatchResult> found = found(text, pattern);
        if (found.isEmpty()) {
            return text;
        }
        MatchResult it = found.get(random.nextInt(found.size()));
        return text.substring(0, it.start()) + by + text.substring(it.end());
    }

    private static List<MatchResult> found(String text, Pattern pattern) {
        return pattern.matcher(text).results().toList();
    }

    private String withoutLine(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String without(String text, char c) {
        List<MatchResult> found = found(text, Pattern.compile(Pattern.quote(String.valueOf(c))));
        if (found.isEmpty()) {
            return text;
        }
        int at = found.get(random.nextInt(found.size())).start();
        return text.substring(0, at) + text.substring(at + 1);
    }

    /** The file, or its rest, saved in another encoding. */
    private String encoded(String text) {
        int from = random.nextBoolean() ? 0 : random.nextInt(text.length());
        String charset = List.of("UTF-16LE", "UTF-16", "windows-31j", "EUC-JP", "ISO-8859-1", "UTF-32")
                .get(random.nextInt(6));
        String rest = new String(text.substring(from).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.substring(0, from)
                + new String(rest.getBytes(java.nio.charset.Charset.forName(charset)), StandardCharsets.ISO_8859_1);
    }
}
