package io.musubi.bench.invented;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ROR dump, schema 2.1: one JSON array. Of the three real organisations at hand each has two or three names, three
 * or four external identifiers, one link and one place; here one in five is a part of another, one in ten has another
 * beside it, one in twenty is no longer active.
 */
final class RorForm implements Form {
    private static final List<String> TYPES =
            List.of("education", "facility", "company", "healthcare", "nonprofit", "government", "archive", "other");

    @Override
    public String opening() {
        return "[\n";
    }

    @Override
    public String between() {
        return ",\n";
    }

    @Override
    public String closing() {
        return "\n]\n";
    }

    @Override
    public String record(Country country, Version version) {
        Institution it = country.institution(version.index());
        Draw draw = country.draw("ror", version.index());
        int revision = version.revision();
        String changed = revision == 0 ? "2025-" + (10 + draw.below(3)) + "-04" : "2026-" + day(revision);
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("admin", ordered("created", stamp("2018-11-14", "1.0"), "last_modified", stamp(changed, "2.1")));
        record.put("domains", draw.percent(30) ? List.of("i" + it.number() + ".example.jp") : List.of());
        record.put("established", draw.percent(80) ? (Integer) draw.between(1870, 2020) : null);
        record.put("external_ids", external(it, draw));
        record.put("id", "https://ror.org/" + it.ror());
        record.put("links", links(it, draw));
        record.put("locations", List.of(location(it, draw)));
        record.put("names", names(it, draw, revision));
        record.put("relationships", relationships(country, it, draw));
        record.put("status", draw.percent(95) ? "active" : "inactive");
        String type = TYPES.get(draw.part(30, 20, 20, 10, 8, 7, 2, 3));
        record.put("types", draw.percent(30) ? List.of(type, "funder") : List.of(type));
        return Json.of(record);
    }

    private static String day(int revision) {
        return java.time.LocalDate.of(2026, 1, 1).plusDays(revision).toString().substring(5);
    }

    private static Map<String, @Nullable Object> ordered(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, @Nullable Object> stamp(String date, String version) {
        return ordered("date", date, "schema_version", version);
    }

    private static List<Object> external(Institution it, Draw draw) {
        List<Object> all = new ArrayList<>();
        if (draw.percent(70)) {
            String fundref = "5011" + Numbers.digits(it.number(), 8);
            all.add(identifier("fundref", fundref, fundref));
        }
        String grid = "grid." + (400_000 + it.number()) + "." + it.number() % 10;
        all.add(identifier("grid", grid, grid));
        all.add(identifier("isni", Numbers.isni(it.number()), null));
        if (draw.percent(40)) {
            all.add(identifier("wikidata", "Q" + (9_000_000_000L + it.number()), null));
        }
        return all;
    }

    private static Map<String, @Nullable Object> identifier(String type, String value, @Nullable String preferred) {
        return ordered("all", List.of(value), "preferred", preferred, "type", type);
    }

    private static List<Object> links(Institution it, Draw draw) {
        List<Object> all = new ArrayList<>();
        all.add(ordered("type", "website", "value", "https://www.i" + it.number() + ".example.jp/"));
        if (draw.percent(40)) {
            all.add(ordered("type", "wikipedia", "value", "https://en.wikipedia.example/wiki/I" + it.number()));
        }
        return all;
    }

    private static Map<String, @Nullable Object> location(Institution it, Draw draw) {
        Map<String, @Nullable Object> details = ordered("continent_code", "AS", "continent_name", "Asia");
        details.put("country_code", "JP");
        details.put("country_name", "Japan");
        details.put("country_subdivision_code", Numbers.digits(1 + draw.below(47), 2));
        details.put("country_subdivision_name", it.place().en());
        details.put("lat", draw.between(2600, 4500) / 100.0);
        details.put("lng", draw.between(12800, 14500) / 100.0);
        details.put("name", it.place().latin());
        return ordered("geonames_details", details, "geonames_id", 9_900_000 + draw.below(2_000));
    }

    private static List<Object> names(Institution it, Draw draw, int revision) {
        List<Object> all = new ArrayList<>();
        if (draw.percent(40)) {
            all.add(name(null, "acronym", "I" + Long.toString(it.number(), 36)));
        }
        all.add(ordered("lang", "en", "types", List.of("ror_display", "label"), "value", it.en()));
        if (draw.percent(70)) {
            all.add(name("ja", "label", it.ja()));
        }
        if (draw.percent(25) || revision > 0) {
            all.add(name("en", "alias", it.en() + ", formerly " + (it.number() + revision)));
        }
        return all;
    }

    private static Map<String, @Nullable Object> name(@Nullable String language, String type, String value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("lang", language);
        map.put("types", List.of(type));
        map.put("value", value);
        return map;
    }

    private static List<Object> relationships(Country country, Institution it, Draw draw) {
        List<Object> all = new ArrayList<>();
        if (it.number() > 0 && draw.percent(20)) {
            all.add(relationship("parent", country.institution(it.number() / 8)));
        }
        if (draw.percent(10)) {
            all.add(relationship("related", country.anyInstitution(draw)));
        }
        return all;
    }

    private static Map<String, @Nullable Object> relationship(String type, Institution other) {
        return ordered("type", type, "id", "https://ror.org/" + other.ror(), "label", other.en());
    }
}
