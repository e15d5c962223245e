package io.musubi.bench;

import io.musubi.journal.Journal;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import io.musubi.rdf.Vocabulary;
import io.musubi.service.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Documents such as the journal holds, invented from a seed for measurements: datasets in Japanese and English with
 * their records, and a person, institution or project for every tenth of them.
 */
final class InventedDocuments {
    private static final String BASE = "http://localhost:8080/";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String FRAPO = "http://purl.org/cerif/frapo/";
    private static final String CODES = "https://w3id.org/musubi/codelist/";
    private static final List<String[]> SUBJECTS = pairs(
            "土壌微生物群集/soil microbial communities",
            "海面水温/sea surface temperature",
            "気象/weather",
            "高齢者の移動/mobility of elderly people",
            "火山ガス/volcanic gas",
            "古文書/historical manuscripts",
            "高分子物性/polymer properties",
            "腸内細菌叢/gut microbiota",
            "地震波形/seismic waveforms",
            "音声対話/spoken dialogue",
            "量子回路/quantum circuits",
            "森林樹冠/forest canopies",
            "水稲の収量/rice yields",
            "脳磁図/magnetoencephalography",
            "方言/dialects");
    private static final List<String[]> WAYS = pairs(
            "観測データ/observation data",
            "データベース/database",
            "長期調査/long-term survey",
            "数値実験/numerical experiments",
            "画像集/image collection",
            "解析結果/analysis results",
            "面接記録/interview records",
            "時系列/time series");
    private static final List<String[]> PLACES = pairs(
            "北海道/Hokkaido",
            "東京都/Tokyo",
            "京都/Kyoto",
            "瀬戸内海/the Seto Inland Sea",
            "霧島/Kirishima",
            "琵琶湖/Lake Biwa",
            "沖縄/Okinawa",
            "東北地方/the Tohoku region");
    private static final List<String[]> FAMILIES =
            pairs("桐原/Kirihara", "宮瀬/Miyase", "磯村/Isomura", "鐘江/Kanegae", "霧生/Kiryu", "飛鳥野/Asukano", "白金/Hakkin");
    private static final List<String[]> GIVEN = pairs("泰三/Taizo", "悠真/Yuma", "千景/Chikage", "響/Hibiki", "大地/Daichi");
    private static final List<String> ACCESS = List.of("open", "restricted", "metadata-only", "embargoed");
    private static final List<String> FIELDS = List.of("189", "289", "389", "489", "589", "689", "789", "900");
    private static final int FUNDERS = 12;
    private static final int BATCH = 5_000;

    private final long seed;

    InventedDocuments(long seed) {
        this.seed = seed;
    }

    private static List<String[]> pairs(String... both) {
        return java.util.Arrays.stream(both).map(it -> it.split("/", 2)).toList();
    }

    /** Puts the documents of {@code places} into a journal that has none. */
    void publish(Journal journal, int places, Progress progress) {
        for (int i = 0; i < places; i += BATCH) {
            List<DocumentChange> batch = new ArrayList<>();
            for (int j = i; j < Math.min(places, i + BATCH); j++) {
                documents(j).forEach(it -> batch.add(new DocumentChange(it.iri(), Optional.of(it), false)));
            }
            journal.append(i / BATCH + 1, Instant.EPOCH, batch);
            progress.at("journal", i + BATCH, places);
        }
    }

    /** The documents of place {@code number}: an entity, and the record that speaks of it if it is a dataset. */
    List<Document> documents(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        return switch (number % 10) {
            case 7 -> List.of(person(number / 10, random));
            case 8 -> List.of(organization(number / 10, random));
            case 9 -> List.of(project(number / 10, random));
            default -> List.of(dataset(number, random), record(number, random));
        };
    }

    private Document dataset(int number, Random random) {
        Draft draft = new Draft("dataset", "doi", "10.60599/d" + number);
        String[] subject = pick(SUBJECTS, random);
        String[] way = pick(WAYS, random);
        String[] place = pick(PLACES, random);
        int year = 2015 + random.nextInt(11);
        draft.text(DCT + "title", place[0] + "における" + subject[0] + "の" + way[0] + "（" + year + "年）", "ja");
        draft.text(DCT + "title", way[1] + " of " + subject[1] + " in " + place[1] + ", " + year, "en");
        draft.text(DCT + "description", sentences(random, 0), "ja");
        draft.text(DCT + "description", sentences(random, 1), "en");
        draft.text("http://www.w3.org/ns/dcat#keyword", subject[0], "ja");
        draft.text("http://www.w3.org/ns/dcat#keyword", pick(SUBJECTS, random)[1], "en");
        draft.link(
                "https://w3id.org/musubi/ontology#accessDivision", CODES + "access-division/" + pick(ACCESS, random));
        draft.link("http://www.w3.org/ns/dcat#theme", CODES + "research-field/" + pick(FIELDS, random));
        draft.link("https://w3id.org/citedcat-ap/funder", BASE + "organization/ror/f" + random.nextInt(FUNDERS));
        draft.link(FRAPO + "isOutputOf", BASE + "project/grant/jp20k" + five(random.nextInt(2_000)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            draft.link(DCT + "creator", BASE + "person/erad/p" + random.nextInt(5_000));
        }
        draft.plain(
                DCT + "issued", String.format("%d-%02d-%02d", year, 1 + random.nextInt(12), 1 + random.nextInt(28)));
        draft.link(Vocabulary.OWL_SAME_AS, "https://doi.org/10.60599/d" + number);
        return draft.document();
    }

    private static String sentences(Random random, int language) {
        StringBuilder out = new StringBuilder();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            String subject = pick(SUBJECTS, random)[language];
            String way = pick(WAYS, random)[language];
            String place = pick(PLACES, random)[language];
            out.append(
                    language == 0
                            ? place + "で得られた" + subject + "について、" + way + "をまとめ、" + random.nextInt(900) + "地点の値を収めた。"
                            : "We measured " + subject + " in " + place + " at " + random.nextInt(900)
                                    + " sites and publish the " + way + ". ");
        }
        return out.toString();
    }

    private static Document record(int number, Random random) {
        Draft draft = new Draft("record", "source-" + number % 40, "r" + number);
        draft.link(Vocabulary.FOAF_PRIMARY_TOPIC, BASE + "dataset/doi/10.60599/d" + number);
        draft.link(Vocabulary.DCT_IS_PART_OF, BASE + "catalog/source-" + number % 40);
        draft.plain(DCT + "issued", String.format("%d-06-01", 2018 + random.nextInt(8)));
        return draft.document();
    }

    private static Document person(int number, Random random) {
        Draft draft = new Draft("person", "erad", "p" + number);
        String[] family = pick(FAMILIES, random);
        String[] given = pick(GIVEN, random);
        draft.text(Vocabulary.FOAF_NAME, family[0] + " " + given[0], "ja");
        draft.text(Vocabulary.FOAF_NAME, given[1] + " " + family[1], "en");
        return draft.document();
    }

    private static Document organization(int number, Random random) {
        Draft draft = new Draft("organization", "ror", "f" + number);
        String[] place = pick(PLACES, random);
        String[] subject = pick(SUBJECTS, random);
        draft.text(Vocabulary.FOAF_NAME, place[0] + subject[0] + "研究機構", "ja");
        draft.text(Vocabulary.FOAF_NAME, place[1] + " Institute for " + subject[1], "en");
        return draft.document();
    }

    private static Document project(int number, Random random) {
        Draft draft = new Draft("project", "grant", "jp20k" + five(number));
        draft.text(DCT + "title", pick(SUBJECTS, random)[0] + "に関する" + pick(WAYS, random)[0] + "の高度化", "ja");
        draft.plain("https://w3id.org/musubi/ontology#japanGrantNumber", "JP20K" + five(number));
        draft.link(FRAPO + "hasFundingAgency", BASE + "organization/ror/f" + random.nextInt(FUNDERS));
        return draft.document();
    }

    private static String five(int number) {
        return String.format("%05d", number);
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static final class Draft {
        private final String type;
        private final String identifier;
        private final String iri;
        private final TreeSet<String> lines = new TreeSet<>();

        Draft(String type, String scheme, String value) {
            this.type = type;
            this.identifier = scheme + ":" + value;
            this.iri = BASE + type + "/" + scheme + "/" + value;
        }

        void text(String predicate, String text, String language) {
            lines.add(NTriples.line(iri, predicate, Term.Literal.text(text, language)));
        }

        void plain(String predicate, String text) {
            lines.add(NTriples.line(iri, predicate, Term.Literal.string(text)));
        }

        void link(String predicate, String object) {
            lines.add(NTriples.line(iri, predicate, new Term.Iri(object)));
        }

        Document document() {
            List<String> identifiers = new ArrayList<>();
            if (!type.equals("record")) {
                identifiers.add(identifier);
            }
            return new Document(iri, type, String.join("\n", lines) + "\n", "", identifiers, List.of());
        }
    }
}
