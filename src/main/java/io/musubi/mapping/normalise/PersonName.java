package io.musubi.mapping.normalise;

import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's name as it is read aloud: {@code 姓, 名}, {@code 姓，名} and {@code 姓　名} become {@code 姓 名}; {@code Last, First}
 * becomes {@code First Last}. A Japanese name keeps its order (family name first), because that is how it is written; a
 * Latin one is turned, because {@code foaf:name} holds running text. A second comma, or a suffix such as Jr., leaves a
 * name as it is.
 */
final class PersonName implements Normaliser {
    private static final Pattern COMMA = Pattern.compile("([^,，、]+?) ?[,，、] ?([^,，、]+)");
    private static final Pattern CJK = Pattern.compile(".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々〆ー].*");
    private static final Pattern SUFFIX =
            Pattern.compile("(?:jr|sr|ii|iii|iv|ph\\.? ?d|m\\.? ?d|inc|ltd|llc|co)\\.?", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "person-name";
    }

    @Override
    public Text about() {
        return new Text(
                "人名：「姓, 名」を「姓 名」に、「Last, First」を「First Last」にします。",
                "Person's name: \"Last, First\" becomes \"First Last\"; a Japanese name keeps its order");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.without(",，、 ", Spelling.narrow(raw));
        if (text.isEmpty()) {
            return Result.silent();
        }
        Matcher matcher = COMMA.matcher(text);
        if (text.length() > Spelling.LONGEST
                || !matcher.matches()
                || SUFFIX.matcher(matcher.group(2)).matches()) {
            return Result.value(text);
        }
        String first = matcher.group(1);
        String second = matcher.group(2);
        return Result.value(isJapanese(first) || isJapanese(second) ? first + " " + second : second + " " + first);
    }

    private static boolean isJapanese(String text) {
        return CJK.matcher(text).matches();
    }
}
