package io.musubi.ledger;

import io.musubi.model.RecordAccess;
import io.musubi.model.SourceSettings;
import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;

/** Source settings as text: one value a line, in a fixed order; line feeds within a value become spaces. */
final class SettingsCodec {
    private SettingsCodec() {}

    static String encode(SourceSettings it) {
        return String.join(
                "\n",
                List.of(
                                it.id(),
                                it.title().ja(),
                                it.title().en(),
                                it.publisher().ja(),
                                it.publisher().en(),
                                it.publisherRor().orElse(""),
                                it.licence().orElse(""),
                                it.format().orElse(""),
                                it.defaultAccess().map(Enum::name).orElse(""),
                                String.valueOf(it.rank()),
                                String.valueOf(it.isComplete()),
                                String.valueOf(it.isAuthority()))
                        .stream()
                        .map(line -> line.replaceAll("[\r\n]+", " "))
                        .toList());
    }

    static SourceSettings decode(String text) {
        String[] it = text.split("\n", -1);
        return new SourceSettings(
                it[0],
                new Text(it[1], it[2]),
                new Text(it[3], it[4]),
                some(it[5]),
                some(it[6]),
                some(it[7]),
                some(it[8]).map(RecordAccess::valueOf),
                Integer.parseInt(it[9]),
                Boolean.parseBoolean(it[10]),
                Boolean.parseBoolean(it[11]));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(s -> !s.isEmpty());
    }
}
