package io.musubi.bench.invented;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a record says, whatever its format. A later revision has another description, another mark in its title and a
 * later date; who and what it is about stays.
 *
 * @param version which it is
 * @param kind what it is about
 * @param subject in its title
 * @param ja title
 * @param kana reading of the title
 * @param latin reading of the title
 * @param en title
 * @param languages 0 ja, en and both readings; 1 without the Latin reading; 2 ja and readings; 3 en; 4 ja
 * @param descriptionJa or nothing
 * @param descriptionEn or nothing
 * @param keywords none to five
 * @param creators in their order
 * @param isOrcidSample whether the first creator carries the sample ORCID, which fails its check
 * @param project where it comes from
 * @param isGrantNamed whether the record says so
 * @param host the managing institution
 * @param isHostNamed whether the record says so
 * @param doi without address
 * @param handle without address
 * @param files bytes of each
 * @param access which of the four divisions, 0 open
 * @param licence which licence; 0 for none
 * @param issued when it came out
 * @param dated the source's date of this version
 */
record InventedRecord(
        Version version,
        Kind kind,
        Word subject,
        String ja,
        String kana,
        String latin,
        String en,
        int languages,
        Optional<String> descriptionJa,
        Optional<String> descriptionEn,
        List<Word> keywords,
        List<Person> creators,
        boolean isOrcidSample,
        Project project,
        boolean isGrantNamed,
        Institution host,
        boolean isHostNamed,
        Optional<String> doi,
        Optional<String> handle,
        List<Long> files,
        int access,
        int licence,
        LocalDate issued,
        LocalDate dated) {

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** The record at one version, as the shares in {@link Corpus} have it. */
    static InventedRecord of(Country country, Version version) {
        long index = version.index();
        Draw draw = country.draw("record", index);
        Draw changing = country.draw(version.revision(), index);
        Project project = country.projectOf(index, draw);
        Kind kind = KINDS.get(draw.part(50, 20, 12, 10, 8));
        Word subject = draw.one(Word.SUBJECTS);
        Word way = draw.one(Word.WAYS);
        Word place = draw.one(Word.PLACES);
        int year = draw.between(2012, 2025);
        LocalDate issued = LocalDate.of(year, draw.between(1, 12), draw.between(1, 28));
        String mark = version.revision() == 0 ? "" : ", v" + version.revision();
        boolean isDescribed = draw.percent(kind == Kind.DATA ? 85 : 16);
        int sentences = draw.part(35, 30, 20, 10, 5) * 3 + 1;
        int languages = draw.part(41, 20, 16, 16, 7);
        return new InventedRecord(
                version,
                kind,
                subject,
                place.ja() + "における" + subject.ja() + "の" + way.ja() + "（" + year + "年、No. " + index + mark + "）",
                place.kana() + " ニ オケル " + subject.kana() + " ノ " + way.kana(),
                place.latin() + " ni okeru " + subject.latin() + " no " + way.latin(),
                way.en() + " of " + subject.en() + " in " + place.en() + " (" + year + ", No. " + index + mark + ")",
                languages,
                isDescribed && languages != 3 ? Optional.of(Prose.ja(changing, sentences)) : Optional.empty(),
                isDescribed && languages < 4 ? Optional.of(Prose.en(changing, sentences)) : Optional.empty(),
                keywords(draw),
                creators(country, project, draw),
                draw.percent(72),
                project,
                draw.percent(56),
                country.anyInstitution(draw),
                draw.percent(3),
                draw.percent(72) ? Optional.of("10.60601/r" + index) : Optional.empty(),
                draw.percent(72) ? Optional.of("99999/" + Numbers.digits(index, 8)) : Optional.empty(),
                files(draw),
                draw.part(75, 10, 8, 7),
                draw.part(43, 30, 12, 10, 5),
                issued,
                dated(version.revision(), issued, draw));
    }

    private static LocalDate dated(int revision, LocalDate issued, Draw draw) {
        return revision == 0
                ? issued.plusDays(draw.below(issued.lengthOfYear() - issued.getDayOfYear() + 1))
                : LocalDate.of(2026, 1, 1).plusDays(revision);
    }

    /** As in 54 DataCite answers: one or two are usual, twenty happen. */
    private static List<Person> creators(Country country, Project project, Draw draw) {
        int many = draw.part(55, 11, 11, 9, 4, 3, 2, 5) + 1;
        int count = many == 8 ? draw.between(8, 20) : many;
        List<Person> creators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person person = country.anyPerson(project, draw);
            if (creators.stream().noneMatch(it -> it.number() == person.number())) {
                creators.add(person);
            }
        }
        return creators;
    }

    private static List<Word> keywords(Draw draw) {
        int count = draw.part(30, 12, 38, 8, 7, 5);
        List<Word> keywords = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keywords.add(draw.one(Word.SUBJECTS));
        }
        return keywords;
    }

    private static List<Long> files(Draw draw) {
        List<Long> files = new ArrayList<>();
        for (int i = draw.part(14, 68, 6, 12); i > 0; i--) {
            files.add((long) Math.pow(10, draw.between(3, 10)) + draw.below(1_000_000));
        }
        return files;
    }
}
