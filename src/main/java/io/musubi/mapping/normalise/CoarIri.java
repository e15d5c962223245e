package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IRI of the COAR vocabularies in its published form, {@code http://purl.org/coar/…}. The slips {@code https},
 * {@code hhttp} (in the official workbook of JPCOAR 2.1) and a slash at the end are mended; the misspelt scheme is noted.
 */
final class CoarIri implements Normaliser {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:(h+ttps?):/{1,2})?(?:www\\.)?purl\\.org/coar/(access_right|resource_type|version)/([A-Za-z0-9_-]{4,40})/?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "coar-iri";
    }

    @Override
    public Text about() {
        return new Text(
                "COARのIRI：http://purl.org/coar/…の形に揃えます。",
                "COAR IRI: brings it into the form that begins with http://purl.org/coar/");
    }

    @Override
    public Result apply(String raw) {
        Matcher matcher = SHAPE.matcher(Spelling.identifier(raw));
        Text expected = new Text(
                "COARのIRI（例 http://purl.org/coar/resource_type/c_ddb1）",
                "A COAR IRI, such as http://purl.org/coar/resource_type/c_ddb1");
        Text remedy = new Text("COARの語彙の一覧からIRIを選んでください。", "Choose the IRI from COAR's list.");
        if (!matcher.matches()) {
            return Result.refused(Severity.WARNING, expected, remedy);
        }
        String iri = "http://purl.org/coar/" + Spelling.lower(matcher.group(2)) + "/" + matcher.group(3);
        boolean isMisspelt =
                matcher.group(1) != null && Spelling.lower(matcher.group(1)).startsWith("hh");
        return isMisspelt ? Result.noted(iri, Severity.INFO, expected, remedy) : Result.value(iri);
    }
}
