package io.musubi.web.catalog;

import io.musubi.model.Text;
import io.musubi.web.http.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads {@code modified_since}: a date or a date and time. Without a zone it is read as early as it can be anywhere on
 * Earth (UTC+14), so that whatever its writer meant, nothing is missed; some may come twice.
 */
final class Since {
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private Since() {}

    /** The instant meant; 400 when it is none. */
    static Instant read(String text) {
        // A plus sign that was not encoded arrives as a space.
        String exact = text.strip().replaceFirst("(?<=:\\d{2}(?:\\.\\d{1,9})?) (?=\\d{2}:?\\d{2}$)", "+");
        try {
            if (exact.length() == 10) {
                return LocalDate.parse(exact).atStartOfDay().toInstant(EARLIEST);
            }
            return exact.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetDateTime.parse(exact).toInstant()
                    : LocalDateTime.parse(exact).toInstant(EARLIEST);
        } catch (DateTimeException e) {
            throw Problems.badRequest(new Text(
                            "modified_since の値を日時として読めません: " + text
                                    + "。2026-04-01、2026-04-01T09:00:00Z、2026-04-01T09:00:00+09:00 のように書いてください。",
                            "The value of modified_since is no date: " + text
                                    + ". Write it like 2026-04-01, 2026-04-01T09:00:00Z or 2026-04-01T09:00:00+09:00."))
                    .exception();
        }
    }
}
