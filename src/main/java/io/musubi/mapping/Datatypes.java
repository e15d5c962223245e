package io.musubi.mapping;

import io.musubi.model.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lexical spaces of the datatypes that crosswalks use (XSD 1.1 part 2); others are not checked. */
final class Datatypes {
    /** In a crosswalk: {@code xsd:date}, {@code xsd:gYearMonth}, {@code xsd:gYear} or {@code xsd:dateTime}, by its form. */
    static final String DATE = "date";

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String ZONE = "(Z|[+-](0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?";
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})" + ZONE);
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?" + ZONE);
    private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})" + ZONE);
    private static final Pattern YEAR = Pattern.compile("\\d{4}" + ZONE);
    private static final Map<String, Pattern> OTHERS = Map.of(
            XSD + "integer", Pattern.compile("[+-]?\\d+"),
            XSD + "nonNegativeInteger", Pattern.compile("\\+?\\d+"),
            XSD + "positiveInteger", Pattern.compile("\\+?0*[1-9]\\d*"),
            XSD + "decimal", Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)"),
            XSD + "double", Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([Ee][+-]?\\d+)?|[+-]?INF|NaN"),
            XSD + "boolean", Pattern.compile("true|false|1|0"),
            XSD + "duration",
                    Pattern.compile("-?P(?=.)(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?"),
            XSD + "anyURI", Pattern.compile("\\S+"));

    private Datatypes() {}

    /** The datatype IRI when {@code text} is of {@code datatype}, else empty. */
    static Optional<String> accept(String datatype, String text) {
        boolean isAny = datatype.equals(DATE);
        if ((isAny || datatype.equals(XSD + "date")) && isDay(DAY, text)) {
            return Optional.of(XSD + "date");
        }
        if ((isAny || datatype.equals(XSD + "gYearMonth")) && isMonth(text)) {
            return Optional.of(XSD + "gYearMonth");
        }
        if ((isAny || datatype.equals(XSD + "gYear")) && YEAR.matcher(text).matches()) {
            return Optional.of(XSD + "gYear");
        }
        if ((isAny || datatype.equals(XSD + "dateTime")) && isDay(TIME, text)) {
            return Optional.of(XSD + "dateTime");
        }
        if (isAny || isTemporal(datatype)) {
            return Optional.empty();
        }
        Pattern pattern = OTHERS.get(datatype);
        return pattern == null || pattern.matcher(text).matches() ? Optional.of(datatype) : Optional.empty();
    }

    private static boolean isTemporal(String datatype) {
        return datatype.equals(XSD + "date")
                || datatype.equals(XSD + "gYearMonth")
                || datatype.equals(XSD + "gYear")
                || datatype.equals(XSD + "dateTime");
    }

    private static boolean isDay(Pattern pattern, String text) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return false;
        }
        var matcher = pattern.matcher(text);
        try {
            return matcher.matches() && LocalDate.parse(matcher.group(1)).getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMonth(String text) {
        var matcher = MONTH.matcher(text);
        try {
            return matcher.matches() && YearMonth.parse(matcher.group(1)).getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The last part of the IRI. */
    static String shortName(String datatype) {
        return datatype.substring(Math.max(datatype.lastIndexOf('#'), datatype.lastIndexOf('/')) + 1);
    }

    /** What would be right. */
    static Text expected(String datatype) {
        return switch (shortName(datatype)) {
            case "date" ->
                datatype.equals(DATE)
                        ? new Text("2026-03-31、2026-03、2026のいずれかの形の日付", "A date such as 2026-03-31, 2026-03 or 2026")
                        : new Text("2026-03-31の形の日付", "A date such as 2026-03-31");
            case "gYear" -> new Text("4桁の西暦年", "A year of four digits");
            case "gYearMonth" -> new Text("2026-03の形の年月", "A year and month such as 2026-03");
            case "dateTime" -> new Text("2026-03-31T09:00:00Zの形の日時", "A time such as 2026-03-31T09:00:00Z");
            case "boolean" -> new Text("trueかfalse", "true or false");
            default -> new Text(shortName(datatype) + "の値", "A value of " + shortName(datatype));
        };
    }
}
