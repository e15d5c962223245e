package io.musubi.mapping.normalise;

import io.musubi.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A licence as one IRI: Creative Commons deeds without language and legal code, software licences at SPDX, other
 * addresses as they are. Rights fields hold fees, citations and statements too: what is no licence is refused without a
 * word, and so is Creative Commons without a version, which names no text.
 */
final class Licence implements Normaliser {
    private static final String CC = "https://creativecommons.org/";
    private static final String SPDX = "https://spdx.org/licenses/";

    private static final Pattern CC_ADDRESS = Pattern.compile(
            "creativecommons\\.org/(licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/\\d\\.\\d(?:/(?!deed|legal|rdf)[a-z]{2,5})?"
                    + "|publicdomain/(?:zero|mark)/1\\.0)(?![0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CC_NAME = Pattern.compile(
            "CC[ -]*(?:licen[sc]e:? )?(BY(?:[ -]?NC)?(?:[ -]?(?:SA|ND))?)[ -]?(?:v(?:er(?:sion)?)?\\.? ?)?(\\d\\.\\d)(?:[^\\d.].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final List<Map.Entry<Pattern, String>> LONG_NAMES = List.of(
            Map.entry(words("creative commons|クリエイティブ・?コモンズ"), "CC "),
            Map.entry(words("attribution|表示"), "BY"),
            Map.entry(words("non-?commercial|非営利"), "NC"),
            Map.entry(words("no-?deriv(?:ative)?s?(?: works)?|改変禁止"), "ND"),
            Map.entry(words("share-?alike|継承"), "SA"));
    private static final Pattern CC0_NAME = Pattern.compile(
            "CC[ -]?0(?:[ -]?1\\.0)?(?: (?:universal|public domain).*)?|CC[ -]?zero(?:[ -]?1\\.0)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPDX_ADDRESS =
            Pattern.compile("https?://(?:www\\.)?spdx\\.org/licenses/([A-Za-z0-9.+-]+?)(?:\\.html|\\.json)?/?");
    private static final Pattern OPEN_SOURCE = Pattern.compile(
            "https?://(?:www\\.)?opensource\\.org/licen[sc]es?/([A-Za-z0-9.-]+?)(?:\\.php)?/?",
            Pattern.CASE_INSENSITIVE);
    /** Addresses in rights fields that say something else than a licence. */
    private static final Pattern NO_LICENCE = Pattern.compile(
            "https?://(?:purl\\.org/coar/|rightsstatements\\.org/|(?:dx\\.)?doi\\.org/).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM = Pattern.compile("(?<=.)(?=nc|sa|nd)");
    /** What addresses of one licence text differ in. */
    private static final Pattern AROUND =
            Pattern.compile("^https?://|(?:-standalone)?(?:\\.html|\\.txt|\\.en\\.html)?/?$");

    private static final Map<String, String> SPDX_NAMES = Map.ofEntries(
            Map.entry("mit", "MIT"),
            Map.entry("mit license", "MIT"),
            Map.entry("apache-2.0", "Apache-2.0"),
            Map.entry("apache license 2.0", "Apache-2.0"),
            Map.entry("bsd-2-clause", "BSD-2-Clause"),
            Map.entry("bsd-3-clause", "BSD-3-Clause"),
            Map.entry("gpl-3.0", "GPL-3.0-only"),
            Map.entry("gpl-2.0", "GPL-2.0-only"),
            Map.entry("lgpl-3.0", "LGPL-3.0-only"),
            Map.entry("lgpl-2.1", "LGPL-2.1-only"),
            Map.entry("artistic-2.0", "Artistic-2.0"),
            Map.entry("epl-1.0", "EPL-1.0"),
            Map.entry("mpl-2.0", "MPL-2.0"),
            Map.entry("afl-3.0", "AFL-3.0"));
    private static final Map<String, String> OTHER_ADDRESSES = Map.of(
            "www.apache.org/licenses/license-2.0",
            "Apache-2.0",
            "www.gnu.org/licenses/gpl-3.0",
            "GPL-3.0-only",
            "www.gnu.org/licenses/old-licenses/gpl-2.0",
            "GPL-2.0-only",
            "www.gnu.org/licenses/lgpl-3.0",
            "LGPL-3.0-only",
            "www.gnu.org/licenses/old-licenses/lgpl-2.1",
            "LGPL-2.1-only",
            "www.mozilla.org/mpl/2.0",
            "MPL-2.0");

    private final Normaliser url = new Url();

    @Override
    public String name() {
        return "licence";
    }

    @Override
    public Text about() {
        return new Text(
                "ライセンス：CCのURLや名前を一つのIRIに揃えます（ライセンスでなければ何も出しません）。",
                "Licence: addresses and names become one IRI (nothing for what is no licence)");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        if (text.length() > Spelling.LONGEST) {
            return Result.silent();
        }
        return creativeCommons(text).or(() -> software(text)).map(Result::value).orElseGet(() -> address(text));
    }

    private static Optional<String> creativeCommons(String text) {
        Matcher address = CC_ADDRESS.matcher(text);
        if (address.find()) {
            return Optional.of(CC + address.group(1).toLowerCase(Locale.ROOT) + "/");
        }
        if (CC0_NAME.matcher(text).matches()) {
            return Optional.of(CC + "publicdomain/zero/1.0/");
        }
        Matcher name = CC_NAME.matcher(abbreviated(text));
        return name.matches()
                ? Optional.of(CC + "licenses/" + terms(name.group(1)) + "/" + name.group(2) + "/")
                : Optional.empty();
    }

    /** The words of the licences' long names, in either language, as their letters. */
    private static String abbreviated(String text) {
        String now = text;
        for (Map.Entry<Pattern, String> word : LONG_NAMES) {
            now = word.getKey().matcher(now).replaceAll(word.getValue());
        }
        return now;
    }

    /** {@code BY NC-SA} as {@code by-nc-sa}. */
    private static String terms(String text) {
        return TERM.matcher(Spelling.solid(text.toLowerCase(Locale.ROOT))).replaceAll("-");
    }

    private static Pattern words(String regex) {
        return Pattern.compile("\\s*(?:" + regex + ")", Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> software(String text) {
        Matcher spdx = SPDX_ADDRESS.matcher(text);
        if (spdx.matches()) {
            return Optional.of(SPDX + spdx.group(1));
        }
        Matcher openSource = OPEN_SOURCE.matcher(text);
        String name = Spelling.lower(openSource.matches() ? openSource.group(1) : text);
        String address = AROUND.matcher(name).replaceAll("");
        return Optional.ofNullable(SPDX_NAMES.getOrDefault(name, OTHER_ADDRESSES.getOrDefault(address, "")))
                .filter(id -> !id.isEmpty())
                .map(id -> SPDX + id);
    }

    private Result address(String text) {
        if (!WEB.matcher(text).matches() || NO_LICENCE.matcher(text).matches()) {
            return Result.silent();
        }
        return url.apply(text);
    }
}
