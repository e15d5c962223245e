package io.musubi.bench.invented;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A harvest by OAI-PMH in JPCOAR 2.0, without resumption: one answer holds all. */
final class JpcoarForm implements Form {
    private static final String REPOSITORY = "repository.invented.example.jp";
    private static final String SAMPLE_ORCID = "0000-0001-0001-0003";
    private static final String JA = "xml:lang=\"ja\"";
    private static final String KANA = "xml:lang=\"ja-Kana\"";
    private static final String EN = "xml:lang=\"en\"";
    private static final String RESOURCE = "rdf:resource=\"";
    private static final List<String> ACCESS = List.of("c_abf2", "c_16ec", "c_14cb", "c_f1cf");
    private static final List<String> ACCESS_WORDS =
            List.of("open access", "restricted access", "metadata only access", "embargoed access");
    private static final List<String> LICENCES = List.of("by", "by-nc", "by-sa", "by-nc-nd");
    private static final List<String> TYPES = List.of("application/pdf", "text/csv", "application/zip", "image/tiff");

    @Override
    public String opening() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
                <responseDate>2027-01-01T00:00:00Z</responseDate>
                <request verb="ListRecords" metadataPrefix="jpcoar_2.0">https://repository.invented.example.jp/oai</request>
                <ListRecords>
                """;
    }

    @Override
    public String between() {
        return "";
    }

    @Override
    public String closing() {
        return "</ListRecords>\n</OAI-PMH>\n";
    }

    @Override
    public String record(Country country, Version version) {
        InventedRecord record = InventedRecord.of(country, version);
        Xml xml = new Xml().open("record", "").open("header", version.isDeleted() ? "status=\"deleted\"" : "");
        xml.leaf("identifier", "", "oai:" + REPOSITORY + ":" + Numbers.digits(version.index(), 8));
        xml.leaf("datestamp", "", record.dated() + "T03:00:00Z");
        xml.leaf("setSpec", "", "10:" + version.index() % 40).close("header");
        if (!version.isDeleted()) {
            xml.open("metadata", "");
            payload(xml, record, country.draw("jpcoar", version.index()));
            xml.close("metadata");
        }
        return xml.close("record").toString();
    }

    private static void payload(Xml xml, InventedRecord it, Draw draw) {
        xml.open(
                "jpcoar:jpcoar",
                "xmlns:jpcoar=\"https://github.com/JPCOAR/schema/blob/master/2.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:datacite=\"https://schema.datacite.org/meta/kernel-4/\" xmlns:oaire=\"http://namespace.openaire.eu/schema/oaire/\" xmlns:dcndl=\"http://ndl.go.jp/dcndl/terms/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xsi:schemaLocation=\"https://github.com/JPCOAR/schema/blob/master/2.0/ jpcoar_scm.xsd\"");
        titles(xml, it);
        boolean isAffiliated = draw.percent(78);
        for (int i = 0; i < it.creators().size(); i++) {
            creator(xml, it.creators().get(i), it.isOrcidSample() && i == 0, isAffiliated);
        }
        contributors(xml, it, draw);
        rights(xml, it);
        for (Word word : it.keywords()) {
            xml.leaf("jpcoar:subject", JA + " subjectScheme=\"Other\"", word.ja());
        }
        xml.leaf(
                "jpcoar:subject",
                JA + " subjectScheme=\"NDC\"",
                "4" + Numbers.digits(it.version().index(), 2));
        it.descriptionJa().ifPresent(text -> xml.leaf("datacite:description", abstractIn(JA), text));
        it.descriptionEn().ifPresent(text -> xml.leaf("datacite:description", abstractIn(EN), text));
        if (draw.percent(72)) {
            xml.leaf("dc:publisher", JA, it.host().ja())
                    .leaf("dc:publisher", EN, it.host().en());
        }
        xml.leaf("datacite:date", "dateType=\"Issued\"", it.issued().toString());
        xml.leaf("dc:language", "", it.languages() == 3 ? "eng" : "jpn");
        xml.leaf("dc:type", RESOURCE + it.kind().iri + "\"", it.kind().word);
        if (draw.percent(77)) {
            xml.leaf("oaire:version", RESOURCE + "http://purl.org/coar/version/c_970fb48d4fbd8a85\"", "VoR");
        }
        identifiers(xml, it);
        relations(xml, it, draw);
        if (it.isGrantNamed()) {
            funding(xml, it.project());
        }
        byKind(xml, it, draw);
        for (int i = 0; i < it.files().size(); i++) {
            file(xml, it, i, draw);
        }
        xml.close("jpcoar:jpcoar");
    }

    private static String abstractIn(String language) {
        return language + " descriptionType=\"Abstract\"";
    }

    private static void titles(Xml xml, InventedRecord it) {
        if (it.languages() != 3) {
            xml.leaf("dc:title", JA, it.ja());
        }
        if (it.languages() < 3) {
            xml.leaf("dc:title", KANA, it.kana());
        }
        if (it.languages() == 0 || it.languages() == 2) {
            xml.leaf("dc:title", "xml:lang=\"ja-Latn\"", it.latin());
        }
        if (it.languages() < 2 || it.languages() == 3) {
            xml.leaf("dc:title", EN, it.en());
        }
    }

    private static void creator(Xml xml, Person person, boolean isSample, boolean isAffiliated) {
        xml.open("jpcoar:creator", "");
        person.erad().ifPresent(number -> identifier(xml, "e-Rad_Researcher", number));
        Optional<String> orcid = isSample ? Optional.of(SAMPLE_ORCID) : person.orcid();
        orcid.ifPresent(number -> identifier(xml, "ORCID", number));
        xml.leaf("jpcoar:creatorName", JA, person.ja());
        xml.leaf("jpcoar:creatorName", KANA, person.kana());
        xml.leaf("jpcoar:creatorName", EN, person.en());
        if (isAffiliated) {
            xml.open("jpcoar:affiliation", "");
            institution(xml, person.at(), "jpcoar:affiliationName", "");
            xml.close("jpcoar:affiliation");
        }
        xml.close("jpcoar:creator");
    }

    private static void identifier(Xml xml, String scheme, String value) {
        xml.leaf("jpcoar:nameIdentifier", "nameIdentifierScheme=\"" + scheme + "\"", value);
    }

    private static void institution(Xml xml, Institution institution, String element, String attributes) {
        identifier(xml, "ROR", "https://ror.org/" + institution.ror());
        xml.leaf(element, JA + attributes, institution.ja());
        xml.leaf(element, EN + attributes, institution.en());
    }

    private static void contributors(Xml xml, InventedRecord it, Draw draw) {
        if (it.isHostNamed()) {
            xml.open("jpcoar:contributor", "contributorType=\"HostingInstitution\"");
            institution(xml, it.host(), "jpcoar:contributorName", " nameType=\"Organizational\"");
            xml.close("jpcoar:contributor");
        }
        if (draw.percent(12)) {
            xml.open("jpcoar:contributor", "contributorType=\"ContactPerson\"");
            xml.leaf("jpcoar:contributorName", JA, it.host().ja() + " 研究推進課 desk@example.jp");
            xml.close("jpcoar:contributor");
        }
        if (draw.percent(17)) {
            xml.open("jpcoar:contributor", "contributorType=\"Supervisor\"");
            xml.leaf("jpcoar:contributorName", JA, it.creators().getLast().ja());
            xml.close("jpcoar:contributor");
        }
    }

    private static void rights(Xml xml, InventedRecord it) {
        xml.leaf(
                "dcterms:accessRights",
                RESOURCE + "http://purl.org/coar/access_right/" + ACCESS.get(it.access()) + "\"",
                ACCESS_WORDS.get(it.access()));
        if (it.licence() > 0) {
            String code = LICENCES.get(it.licence() - 1);
            String iri = "https://creativecommons.org/licenses/" + code + "/4.0/";
            xml.leaf("dc:rights", EN + " " + RESOURCE + iri + "\"", "CC " + code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static void identifiers(Xml xml, InventedRecord it) {
        it.doi().ifPresent(doi -> xml.leaf("jpcoar:identifier", "identifierType=\"DOI\"", "https://doi.org/" + doi));
        it.handle()
                .ifPresent(handle ->
                        xml.leaf("jpcoar:identifier", "identifierType=\"HDL\"", "http://hdl.handle.net/" + handle));
        xml.leaf(
                "jpcoar:identifier",
                "identifierType=\"URI\"",
                "https://" + REPOSITORY + "/records/" + it.version().index());
        it.doi().ifPresent(doi -> xml.leaf("jpcoar:identifierRegistration", "identifierType=\"JaLC\"", doi));
    }

    private static void relations(Xml xml, InventedRecord it, Draw draw) {
        if (draw.percent(48)) {
            String type = draw.one(List.of("isVersionOf", "inSeries", "isReferencedBy"));
            xml.open("jpcoar:relation", "relationType=\"" + type + "\"");
            String other = "https://doi.org/10.60601/r" + draw.below(1_000_000);
            xml.leaf("jpcoar:relatedIdentifier", "identifierType=\"DOI\"", other);
            xml.close("jpcoar:relation");
        }
        if (it.kind() == Kind.DATA && it.isGrantNamed()) {
            xml.open("jpcoar:relation", "relationType=\"isIdenticalTo\"");
            xml.leaf(
                    "jpcoar:relatedIdentifier",
                    "identifierType=\"Local\"",
                    "D-" + it.version().index());
            xml.close("jpcoar:relation");
        }
    }

    private static void funding(Xml xml, Project project) {
        xml.open("jpcoar:fundingReference", "");
        xml.leaf("jpcoar:funderIdentifier", "funderIdentifierType=\"ROR\"", "https://ror.org/" + project.funder().ror);
        xml.leaf("jpcoar:funderName", JA, project.funder().ja);
        xml.leaf("jpcoar:funderName", EN, project.funder().en);
        xml.leaf("jpcoar:fundingStream", JA, project.funder().programmeJa);
        xml.leaf("jpcoar:awardNumber", "awardNumberType=\"JGN\"", project.grant());
        xml.leaf("jpcoar:awardTitle", JA, project.ja());
        xml.leaf("jpcoar:awardTitle", EN, project.en());
        xml.close("jpcoar:fundingReference");
    }

    private static void byKind(Xml xml, InventedRecord it, Draw draw) {
        LocalDate issued = it.issued();
        if (it.kind() == Kind.DATA) {
            xml.leaf("dcterms:temporal", EN, (issued.getYear() - 2) + "-04-01 - " + (issued.getYear() - 1) + "-03-31");
            return;
        }
        xml.leaf("jpcoar:sourceIdentifier", "identifierType=\"PISSN\"", "1234-5679");
        xml.leaf("jpcoar:sourceTitle", JA, it.host().ja() + "紀要");
        xml.leaf("jpcoar:volume", "", "" + draw.between(1, 90)).leaf("jpcoar:issue", "", "" + draw.between(1, 12));
        int page = draw.between(1, 400);
        xml.leaf("jpcoar:numPages", "", "14")
                .leaf("jpcoar:pageStart", "", "" + page)
                .leaf("jpcoar:pageEnd", "", "" + (page + 13));
        if (it.kind() == Kind.THESIS) {
            xml.leaf("dcndl:dissertationNumber", "", "甲第" + it.version().index() + "号");
            xml.leaf("dcndl:degreeName", JA, "博士（理学）").leaf("dcndl:dateGranted", "", issued.toString());
            xml.open("jpcoar:degreeGrantor", "");
            xml.leaf("jpcoar:degreeGrantorName", JA, it.host().ja()).close("jpcoar:degreeGrantor");
        }
        if (it.kind() == Kind.CONFERENCE) {
            xml.open("jpcoar:conference", "")
                    .leaf("jpcoar:conferenceName", JA, it.subject().ja() + "研究会");
            xml.leaf("jpcoar:conferenceSequence", "", "" + draw.between(1, 50)).close("jpcoar:conference");
        }
    }

    private static void file(Xml xml, InventedRecord it, int number, Draw draw) {
        xml.open("jpcoar:file", "");
        String type = it.kind() == Kind.DATA ? "dataset" : "fulltext";
        String address =
                "https://" + REPOSITORY + "/record/" + it.version().index() + "/files/" + (number + 1) + ".bin";
        xml.leaf("jpcoar:URI", "objectType=\"" + type + "\"", address);
        xml.leaf("jpcoar:mimeType", "", draw.one(TYPES));
        xml.leaf("jpcoar:extent", "", it.files().get(number) / 1000 + " KB");
        xml.leaf("datacite:date", "dateType=\"Available\"", it.dated().toString());
        xml.close("jpcoar:file");
    }
}
