package io.musubi.mapping.normalise;

import io.musubi.model.Text;

/** One date (W3CDTF and what occurs beside it), without its time of day; a range is refused. */
final class DateNormaliser implements Normaliser {
    @Override
    public String name() {
        return "date";
    }

    @Override
    public Text about() {
        return new Text(
                "日付：和暦や2024/4/1などをxsd:date・gYearMonth・gYearの形にします（時刻は除きます）。",
                "Date: Japanese eras, 2024/4/1 and such become xsd:date, gYearMonth or gYear (the time of day goes)");
    }

    @Override
    public Result apply(String raw) {
        return Dates.read(Spelling.identifier(raw)).map(Result::value).orElseGet(Dates::refused);
    }
}
