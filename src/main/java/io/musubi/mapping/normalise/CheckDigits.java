package io.musubi.mapping.normalise;

/** The arithmetic of check digits. Every method takes a text of the right shape already. */
final class CheckDigits {
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    private CheckDigits() {}

    /** ORCID and ISNI: ISO 7064 MOD 11-2 over 16 characters without hyphens, the last a digit or X. */
    static boolean mod112(String code) {
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + digit(code, i)) * 2 % 11;
        }
        int check = (12 - total) % 11;
        return code.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** ROR: the last two digits are 98 − (n·100 mod 97), n being the seven characters before in Crockford's base 32. */
    static boolean ror(String id) {
        long n = 0;
        for (int i = 0; i < 7; i++) {
            n = n * 32 + CROCKFORD.indexOf(id.charAt(i));
        }
        return 98 - n * 100 % 97 == Integer.parseInt(id.substring(7));
    }

    /** e-Rad researcher number, 8 digits: the first is d1 + 2·d2 + d3 + 2·d4 + d5 + 2·d6 + d7 modulo 10. */
    static boolean erad(String number) {
        int sum = 0;
        for (int i = 1; i < 8; i++) {
            sum += digit(number, i) * (i % 2 == 0 ? 2 : 1);
        }
        return digit(number, 0) == sum % 10;
    }

    /** Corporate Number (法人番号), 13 digits: the first is 9 − (sum modulo 9), weights 1 and 2 from the right. */
    static boolean corporateNumber(String number) {
        int sum = 0;
        for (int i = 1; i < 13; i++) {
            sum += digit(number, i) * (i % 2 == 0 ? 1 : 2);
        }
        return digit(number, 0) == 9 - sum % 9;
    }

    /** ISBN-13 and other EAN-13: weights 1 and 3, the sum a multiple of 10. */
    static boolean isbn13(String isbn) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += digit(isbn, i) * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** The check digit for the first twelve digits of an ISBN-13. */
    static char isbn13Digit(String first12) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += digit(first12, i) * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** ISBN-10 (10 characters) and ISSN (8): falling weights down to 1, X is ten, the sum a multiple of 11. */
    static boolean mod11(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int value = code.charAt(i) == 'X' ? 10 : digit(code, i);
            sum += value * (code.length() - i);
        }
        return sum % 11 == 0;
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }
}
