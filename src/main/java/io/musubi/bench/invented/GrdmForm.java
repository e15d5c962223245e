package io.musubi.bench.invented;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of the API: registrations by the form of 2024, each with one file. As the API does, it gives the answers
 * twice, and the files as JSON in a text.
 */
final class GrdmForm implements Form {
    private static final List<String> ACCESS =
            List.of("open access", "restricted access", "metadata only access", "embargoed access");
    private static final List<String> LICENCES = List.of("NO_LICENSE", "CCBY", "CCBYNC", "CCBYSA", "CCBYNCND");

    @Override
    public String opening() {
        return "{\"data\": [\n";
    }

    @Override
    public String between() {
        return ",\n";
    }

    @Override
    public String closing() {
        return "],\n\"links\": {\"first\": null, \"next\": null}, \"meta\": {\"version\": \"2.0\"}}\n";
    }

    @Override
    public String record(Country country, Version version) {
        InventedRecord it = InventedRecord.of(country, version);
        Draw draw = country.draw("registration", version.index());
        Map<String, String> answers = answers(it, draw);
        Map<String, Object> meta = new LinkedHashMap<>();
        answers.forEach((name, answer) -> meta.put(name, Map.of("value", answer)));
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", it.ja());
        attributes.put("category", "project");
        attributes.put("withdrawn", version.isDeleted());
        attributes.put("date_registered", it.dated() + "T00:00:00.000000Z");
        attributes.put("registration_supplement", "公的資金による研究データのメタデータ登録");
        attributes.put("registered_meta", meta);
        attributes.put("registration_responses", answers);
        Map<String, Object> node = Map.of("data", Map.of("id", node(version)));
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", "r" + node(version));
        record.put("type", "registrations");
        record.put("attributes", attributes);
        record.put("relationships", Map.of("registered_from", node));
        return Json.of(record);
    }

    private static String node(Version version) {
        return "n" + Long.toString(version.index(), 36);
    }

    private static Map<String, String> answers(InventedRecord it, Draw draw) {
        Project project = it.project();
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("funder", project.funder().name());
        answers.put("funding-stream-code", "");
        answers.put("program-name-ja", project.funder().programmeJa);
        answers.put("program-name-en", project.funder().programmeEn);
        answers.put("japan-grant-number", it.isGrantNamed() ? project.grant() : "");
        answers.put("project-name-ja", project.ja());
        answers.put("project-name-en", project.en());
        answers.put("project-research-field", project.field());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("path", "osfstorage/" + it.version().index() + "/");
        file.put("urlpath", "/f" + node(it.version()) + "/");
        file.put("metadata", file(it, draw));
        answers.put("grdm-files", Json.of(List.of(file)));
        return answers;
    }

    private static Map<String, Object> file(InventedRecord it, Draw draw) {
        Fields fields = new Fields();
        fields.put("data-number", "D-" + it.version().index());
        fields.put("title-ja", it.languages() == 3 ? "" : it.ja());
        fields.put("title-en", it.languages() == 2 || it.languages() == 4 ? "" : it.en());
        fields.put("date-issued-updated", it.dated().toString());
        fields.put("data-description-ja", it.descriptionJa().orElse(""));
        fields.put("data-description-en", it.descriptionEn().orElse(""));
        fields.put(
                "data-research-field",
                draw.percent(30) ? "project" : it.project().field());
        fields.put("data-type", it.kind() == Kind.DATA ? "observational data" : "dataset");
        fields.put("file-size", GrdmReportForm.size(it));
        fields.put("data-policy-free", "free");
        fields.put("data-policy-license", LICENCES.get(it.licence()));
        fields.put("data-policy-cite-ja", "");
        fields.put("access-rights", ACCESS.get(it.access()));
        fields.put("available-date", it.access() == 3 ? it.issued().plusYears(1).toString() : "");
        fields.put("repo-information-ja", it.host().ja() + "学術リポジトリ");
        fields.put("repo-information-en", it.host().en() + " Repository");
        fields.put(
                "repo-url-doi-link",
                it.doi().map(doi -> "https://doi.org/" + doi).orElse(""));
        fields.put("creators", it.creators().stream().map(GrdmForm::creator).toList());
        fields.put("hosting-inst-ja", it.host().ja());
        fields.put("hosting-inst-en", it.host().en());
        fields.put("hosting-inst-id", "https://ror.org/" + it.host().ror());
        manager(fields, it, draw);
        fields.put("metadata-access-rights", draw.percent(85) ? "open access" : "metadata only access");
        return fields.all;
    }

    private static void manager(Fields fields, InventedRecord it, Draw draw) {
        Person who = it.creators().getFirst();
        boolean isPerson = draw.percent(70);
        fields.put("data-man-type", isPerson ? "individual" : "organization");
        fields.put("data-man-number", isPerson ? who.erad().orElse("") : "");
        fields.put("data-man-name-ja", isPerson ? name(who) : "");
        fields.put(
                "data-man-name-en",
                isPerson ? who.given().en() + " " + who.family().en() : "");
        fields.put("data-man-org-ja", it.host().ja() + " 研究推進課");
        fields.put("data-man-org-en", "Research Promotion Office, " + it.host().en());
        fields.put("data-man-address-ja", "〒000-0000 " + it.host().place().ja() + " 1-1");
        fields.put("data-man-tel", "000-555-0431");
        fields.put("data-man-email", "desk@example.jp");
        fields.put("remarks-ja", draw.percent(5) ? "連絡は平日に" : "");
    }

    private static String name(Person who) {
        return who.family().ja() + " " + who.given().ja();
    }

    private static Map<String, Object> creator(Person who) {
        Map<String, Object> creator =
                new LinkedHashMap<>(); // its order is the same in every run, that of Map.of is not
        creator.put("number", who.erad().orElse(""));
        creator.put("name_ja", name(who));
        creator.put("name_en", who.given().en() + " " + who.family().en());
        return creator;
    }

    /** The form's fields, each with what the input field keeps beside the value. */
    private static final class Fields {
        final Map<String, Object> all = new LinkedHashMap<>();

        void put(String name, Object value) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("value", value);
            field.put("extra", List.of());
            field.put("comments", List.of());
            all.put("grdm-file:" + name, field);
        }
    }
}
