package io.musubi.bench.invented;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musubi.mapping.Crosswalks;
import io.musubi.mapping.MappingResult;
import io.musubi.model.Field;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Text;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invented deliveries are the same every time, are read whole, and look like those they are modelled on. */
class CorpusTest {
    private static final Crosswalks CROSSWALKS = Crosswalks.load(Path.of(System.getProperty("musubi.home", ".")));
    private static final int MANY = 2_000;

    @TempDir
    Path folder;

    /** What came of a file. */
    private record Read(List<MappedRecord> records, List<String> unreadable) {}

    private String written(long seed, Shape shape, Stream<Version> versions) throws IOException {
        Path file = folder.resolve(shape.fileName());
        new Corpus(seed).write(file, shape, versions);
        return Files.readString(file);
    }

    private Read read(Shape shape, Stream<Version> versions) throws IOException {
        Path file = folder.resolve(shape.fileName());
        new Corpus(1).write(file, shape, versions);
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        SourceReader.read(file, CROSSWALKS.readingPlans(), new UnitSink() {
            private String format = "";

            @Override
            public void format(String found) {
                format = found;
            }

            @Override
            public void unit(Field unit, long line, int index) {
                assertThat(format).isEqualTo(shape.format());
                for (MappingResult result :
                        CROSSWALKS.find(format).orElseThrow().map(unit)) {
                    if (result instanceof MappingResult.Mapped mapped) {
                        read.records().add(mapped.record());
                    } else {
                        read.unreadable().add(result.toString());
                    }
                }
            }

            @Override
            public void unreadable(String where, Text reason) {
                read.unreadable().add(where + " " + reason.en());
            }

            @Override
            public void unknown(Text reason) {
                read.unreadable().add(reason.en());
            }
        });
        return read;
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedWritesTheSameBytesAndAnotherSeedOthers(Shape shape) throws IOException {
        String first = written(1, shape, Version.first(0, 50));
        assertThat(written(1, shape, Version.first(0, 50))).isEqualTo(first);
        assertThat(written(2, shape, Version.first(0, 50))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordIsTheSameInEveryFile(Shape shape) throws IOException {
        Country country = new Country(1);
        String alone = shape.form().record(country, new Version(41, 0, false));
        assertThat(written(1, shape, Version.first(0, 50))).contains(alone);
        assertThat(written(1, shape, Version.first(41, 42))).contains(alone);
    }

    @ParameterizedTest
    @EnumSource
    void everyRecordIsReadAndHasAnIdentityOfItsOwn(Shape shape) throws IOException {
        Read read = read(shape, Version.first(1_000, 1_000 + MANY));
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.records()).hasSize(MANY).allMatch(it -> !it.localId().isEmpty());
        assertThat(read.records().stream().map(MappedRecord::localId)).doesNotHaveDuplicates();
        assertThat(read.records()).allMatch(it -> it.descriptions().size() > 1 || shape == Shape.ROR);
    }

    @ParameterizedTest
    @EnumSource
    void aLaterRevisionIsTheSameRecordLaterAndInOtherWords(Shape shape) throws IOException {
        MappedRecord first = read(shape, Version.first(7, 8)).records().getFirst();
        MappedRecord second = read(shape, Stream.of(new Version(7, 0, false).revised(1)))
                .records()
                .getFirst();
        MappedRecord third = read(shape, Stream.of(new Version(7, 0, false).revised(2)))
                .records()
                .getFirst();
        assertThat(second.localId()).isEqualTo(first.localId());
        assertThat(second.datestamp().orElseThrow())
                .isGreaterThan(first.datestamp().orElseThrow());
        assertThat(third.datestamp().orElseThrow())
                .isGreaterThan(second.datestamp().orElseThrow());
        assertThat(second.descriptions()).isNotEqualTo(first.descriptions());
        assertThat(third.descriptions()).isNotEqualTo(second.descriptions());
    }

    @ParameterizedTest
    @EnumSource
    void aDeletionIsReadAsOneOrRefused(Shape shape) throws IOException {
        Version gone = new Version(7, 0, false).deleted(3);
        if (shape.knowsDeletions()) {
            assertThat(read(shape, Stream.of(gone)).records()).hasSize(1).allMatch(MappedRecord::isDeleted);
        } else {
            assertThatThrownBy(() -> written(1, shape, Stream.of(gone)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(shape.name());
        }
    }

    @Test
    void sharesAreThoseThatWereMeasured() throws IOException {
        List<MappedRecord> records = read(Shape.JPCOAR, Version.first(0, MANY)).records();
        assertThat(percent(records, CorpusTest::hasDoi)).isCloseTo(72, within(4.0));
        assertThat(percent(records, it -> text(it).contains("role/managing-institution")))
                .isCloseTo(3, within(1.5));
        assertThat(percent(records, it -> text(it).contains("hasGrantNumber"))).isCloseTo(56, within(4.0));
        assertThat(percent(
                        records,
                        it -> it.remarks().stream().anyMatch(r -> r.toString().contains("0000-0001-0001-0003"))))
                .isCloseTo(72, within(4.0));
        double statements = records.stream()
                .flatMap(it -> it.descriptions().stream())
                .mapToInt(it -> it.statements().size())
                .sum();
        assertThat(statements / MANY).isBetween(115.0, 145.0);
        String xml = Files.readString(folder.resolve(Shape.JPCOAR.fileName()));
        assertThat((double) xml.length() / MANY).isBetween(3_000.0, 5_500.0);
        assertThat(count(xml, "<jpcoar:file>") / MANY).isCloseTo(1.16, within(0.1));
        assertThat(count(xml, "<jpcoar:creator>") / MANY).isCloseTo(2.6, within(0.4));
    }

    @Test
    void peopleProjectsAndInstitutionsAreSharedAndSomeByMany() {
        Country country = new Country(1);
        List<InventedRecord> records = LongStream.range(0, MANY)
                .mapToObj(index -> InventedRecord.of(country, new Version(index, 0, false)))
                .toList();
        Map<Long, Integer> hosts = new HashMap<>();
        Map<Long, Integer> projects = new HashMap<>();
        Map<Long, Integer> people = new HashMap<>();
        for (InventedRecord it : records) {
            hosts.merge(it.host().number(), 1, Integer::sum);
            projects.merge(it.project().number(), 1, Integer::sum);
            it.creators().forEach(who -> people.merge(who.number(), 1, Integer::sum));
        }
        assertThat((double) hosts.values().stream().max(Integer::compare).orElseThrow() / MANY)
                .isBetween(0.07, 0.15);
        assertThat(projects).hasSizeBetween(MANY / 8, MANY / 4);
        assertThat(people).hasSizeBetween(MANY / 2, MANY * 3 / 2);
        assertThat(people.values().stream().filter(it -> it > 1).count()).isGreaterThan(people.size() / 3);
    }

    private static double percent(List<MappedRecord> records, Predicate<MappedRecord> test) {
        return 100.0 * records.stream().filter(test).count() / records.size();
    }

    private static String text(MappedRecord record) {
        return record.descriptions().stream()
                .flatMap(it -> it.statements().stream())
                .map(Statement::toString)
                .collect(Collectors.joining("\n"));
    }

    private static boolean hasDoi(MappedRecord record) {
        return record.descriptions().getFirst().claims().stream()
                .anyMatch(claim -> claim.scheme().equals("doi"));
    }

    private static double count(String text, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(text).results().count();
    }
}
