package io.musubi.bench.invented;

import java.util.Locale;

/** Identifiers that pass their checks: each number gives another one, scattered as in real life. */
final class Numbers {
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    private Numbers() {}

    /** ROR: a zero, six characters and two check digits. */
    static String ror(long number) {
        long n = number * 611_953 + 33_554_393 & (1L << 30) - 1; // an odd factor: no two alike
        StringBuilder id = new StringBuilder("0");
        for (int shift = 25; shift >= 0; shift -= 5) {
            id.append(CROCKFORD.charAt((int) (n >> shift) & 31));
        }
        return id + String.format(Locale.ROOT, "%02d", 98 - n * 100 % 97);
    }

    /** e-Rad researcher number: 8 digits, the first a check digit. */
    static String erad(long number) {
        String digits = digits(number * 7_654_321 + 1_234_511, 7);
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (digits.charAt(i) - '0') * (1 + i % 2);
        }
        return sum % 10 + digits;
    }

    /** ORCID: four groups of four, MOD 11-2. */
    static String orcid(long number) {
        String digits = "00000009" + digits(number * 3_456_789 + 654_321, 7);
        String all = digits + mod112(digits);
        return all.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** ISNI of an institution: four groups with spaces between. */
    static String isni(long number) {
        String digits = "00000005" + digits(number * 7_654_321 + 99_991, 7);
        return (digits + mod112(digits)).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The last digits of {@code number}. */
    static String digits(long number, int length) {
        String text = Long.toString(Math.floorMod(number, Math.round(Math.pow(10, length))));
        return "0".repeat(length - text.length()) + text;
    }

    private static char mod112(String digits) {
        int total = 0;
        for (int i = 0; i < digits.length(); i++) {
            total = (total + digits.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - total) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
