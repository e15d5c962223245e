package io.musubi.bench.invented;

/** Writes records in one format. */
interface Form {
    String opening();

    /** One record, whole. */
    String record(Country country, Version version);

    /** What stands between two records. */
    String between();

    String closing();
}
