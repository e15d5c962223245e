package io.musubi.bench.invented;

import io.musubi.bench.invented.Project.Funder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A country of people, institutions and projects that records share. Each is made from its number alone, so that a
 * record needs no memory of others.
 *
 * <p>Eight records in a block of {@value #BLOCK} come from one project with a team of its own; besides, few of the
 * people and projects turn up everywhere. Institutions are named with Zipf's skew: the first by one record in eight.
 */
final class Country {
    private static final List<Funder> FUNDERS = List.of(Funder.values());
    private static final int INSTITUTIONS = 800;
    private static final int BLOCK = 512;
    private static final int PROJECTS_PER_BLOCK = 64;
    private static final int TEAM = 10;
    private static final int WELL_KNOWN = 5_000;
    private static final List<String> FIELDS = List.of("189", "289", "389", "489", "589", "689", "789", "889", "900");
    private static final List<String> ENDINGS = List.of("大学", "科学大学", "工業大学", "研究所", "医科大学", "学術機構");
    private static final List<String> KINDS = List.of(
            "University",
            "University of Science",
            "Institute of Technology",
            "Research Institute",
            "Medical University",
            "Research Organization");

    private final long seed;

    Country(long seed) {
        this.seed = seed;
    }

    Draw draw(Object kind, long number) {
        return new Draw(seed, kind, number);
    }

    /** The one that stands at {@code number} in the ROR dump too. */
    Institution institution(long number) {
        Draw draw = draw("institution", number);
        Word place = draw.one(Word.PLACES);
        Word family = draw.one(Word.FAMILIES);
        int kind = draw.below(KINDS.size());
        String ja = number < INSTITUTIONS ? "" : "第" + number;
        String en = number < INSTITUTIONS ? "" : " No. " + number;
        return new Institution(
                number,
                Numbers.ror(number),
                place.ja() + family.ja() + ja + ENDINGS.get(kind),
                family.en() + " " + KINDS.get(kind) + " of " + place.en() + en,
                place);
    }

    Institution anyInstitution(Draw draw) {
        return institution(draw.skewed(INSTITUTIONS));
    }

    /** Three in five have an e-Rad number, half an ORCID. */
    Person person(long number) {
        Draw draw = draw("person", number);
        return new Person(
                number,
                draw.one(Word.FAMILIES),
                draw.one(Word.GIVEN),
                draw.percent(60) ? Optional.of(Numbers.erad(number)) : Optional.empty(),
                draw.percent(50) ? Optional.of(Numbers.orcid(number)) : Optional.empty(),
                anyInstitution(draw));
    }

    /** Of the project's own team, or one of the well known. */
    Person anyPerson(Project project, Draw draw) {
        return draw.percent(85)
                ? person(WELL_KNOWN + project.number() * TEAM + draw.below(TEAM))
                : person(draw.skewed(WELL_KNOWN));
    }

    Project project(long number) {
        Draw draw = draw("project", number);
        Funder funder = FUNDERS.get(draw.part(70, 15, 10, 5));
        Word subject = draw.one(Word.SUBJECTS);
        Word way = draw.one(Word.WAYS);
        return new Project(
                number,
                grant(funder, number),
                funder,
                subject.ja() + "に関する" + way.ja() + "の高度化（" + number + "）",
                "Advancing the " + way.en() + " of " + subject.en() + " (" + number + ")",
                draw.one(FIELDS));
    }

    /** The project that record {@code index} comes from. */
    Project projectOf(long index, Draw draw) {
        return draw.percent(90)
                ? project(index / BLOCK * PROJECTS_PER_BLOCK + index % PROJECTS_PER_BLOCK)
                : project(draw.skewed(WELL_KNOWN));
    }

    private static String grant(Funder funder, long number) {
        String year = Numbers.digits(15 + number / 100_000 % 11, 2);
        return switch (funder) {
            case JSPS -> "JP" + year + "K" + Numbers.digits(number, 5);
            case JST -> "JPMJCR" + year + code(number);
            case AMED -> "JP" + year + "am" + Numbers.digits(number + 101, 7);
            case NEDO -> "JPNP" + Numbers.digits(number, 5);
        };
    }

    private static String code(long number) {
        String code = Long.toString(36 * 36 + number % (36 * 35 * 36), 36).toUpperCase(Locale.ROOT);
        return code.substring(0, Math.min(code.length(), 4));
    }
}
