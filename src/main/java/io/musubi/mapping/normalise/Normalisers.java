package io.musubi.mapping.normalise;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All normalisers, by name. */
public final class Normalisers {
    private static final TreeMap<String, Normaliser> BY_NAME = new TreeMap<>();

    static {
        Stream.of(
                        List.of(new Doi(), new Handle(), new EradResearcher(), new GrantNumber(), new GrantParent()),
                        List.of(new FundingStream(), new KakenhiProject(), new DataNumber()),
                        WorkCodes.all(),
                        AgentCodes.all(),
                        ProjectCodes.all(),
                        List.of(new DateNormaliser(), DateRange.start(), DateRange.end()),
                        List.of(FiscalYear.year(), FiscalYear.start(), FiscalYear.end()),
                        List.of(SizeNormaliser.exact(), SizeNormaliser.min(), SizeNormaliser.max()),
                        List.of(new Language(), new LanguageEu(), new PersonName(), new FunderAbbreviation()),
                        List.of(new Licence(), new Url(), new CoarIri(), new RelationType(), new HasContact()),
                        List.of(Degrees.longitude(), Degrees.latitude(), PlainText.trim(), PlainText.nfkc()))
                .flatMap(List::stream)
                .forEach(normaliser -> BY_NAME.put(normaliser.name(), normaliser));
    }

    private Normalisers() {}

    /**
     * The normaliser called {@code name}.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Normaliser named(String name) {
        Normaliser normaliser = BY_NAME.get(name);
        if (normaliser == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no normaliser; there are " + String.join(", ", BY_NAME.keySet()));
        }
        return normaliser;
    }

    /** All of them, sorted by name. */
    public static List<Normaliser> all() {
        return List.copyOf(BY_NAME.values());
    }
}
