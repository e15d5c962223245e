package io.musubi.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the results of a search can be narrowed. */
public enum Facet {
    /** What it is; values are the path segments of {@link io.musubi.model.Kind}. */
    KIND,
    /** 公開・共有・非共有・非公開の別; values are the last segments of the concepts in the code list {@code access-division}. */
    ACCESS,
    /** Who paid; values are IRIs of organisations. */
    FUNDER,
    /** The research field; values are the last segments of the concepts in the code list {@code research-field}. */
    FIELD,
    /**
     * The Japanese fiscal year (April to March) of the date of issue, else of the oldest listing: {@code 2024}; where
     * only the calendar year is known, that: {@code 2024-year}.
     */
    YEAR,
    /** Which source says something of it; values are the sources' ids as in {@code /catalog/{source}}. */
    SOURCE;

    /** Ends a value of {@link #YEAR} where only the calendar year is known, which overlaps two fiscal years. */
    public static final String YEAR_ONLY = "-year";

    private final String parameter = name().toLowerCase(Locale.ROOT);

    /** Its name in addresses and answers. */
    public String parameter() {
        return parameter;
    }

    /** The facet of that name. */
    public static Optional<Facet> of(String parameter) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }
}
