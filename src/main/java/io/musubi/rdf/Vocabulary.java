package io.musubi.rdf;

/** The terms that code itself states; all others stand in crosswalks. */
public final class Vocabulary {
    /** Our namespace. */
    public static final String MSB = "https://w3id.org/musubi/ontology#";

    public static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    public static final String OWL_SAME_AS = "http://www.w3.org/2002/07/owl#sameAs";
    public static final String DCAT_CATALOG = "http://www.w3.org/ns/dcat#Catalog";
    public static final String DCAT_CATALOG_RECORD = "http://www.w3.org/ns/dcat#CatalogRecord";
    public static final String DCT_TITLE = "http://purl.org/dc/terms/title";
    public static final String DCT_LICENSE = "http://purl.org/dc/terms/license";
    public static final String DCT_PUBLISHER = "http://purl.org/dc/terms/publisher";
    public static final String DCT_IS_PART_OF = "http://purl.org/dc/terms/isPartOf";
    public static final String FOAF_NAME = "http://xmlns.com/foaf/0.1/name";
    public static final String FOAF_ORGANIZATION = "http://xmlns.com/foaf/0.1/Organization";
    public static final String FOAF_PRIMARY_TOPIC = "http://xmlns.com/foaf/0.1/primaryTopic";

    /** The crosswalk a record came by. */
    public static final String MSB_FORMAT = MSB + "format";
    /** What the source calls the record. */
    public static final String MSB_LOCAL_ID = MSB + "localId";
    /** The source's date of the record's version. */
    public static final String MSB_DATESTAMP = MSB + "datestamp";
    /** From a record to a person or organisation that it names without an identifier. */
    public static final String MSB_NAMES = MSB + "names";

    /** From a record to what a steward should look at. */
    public static final String MSB_FINDING = MSB + "finding";
    /** Between a record's IRI and the number of a finding: the finding's IRI. */
    public static final String FINDING_PART = "#finding-";
    /** The rule that a finding is of. */
    public static final String MSB_RULE = MSB + "rule";
    /** The path in the source that a finding is about. */
    public static final String MSB_SOURCE_FIELD = MSB + "sourceField";
    /** What would be right. */
    public static final String MSB_EXPECTED = MSB + "expected";
    /** What to do. */
    public static final String MSB_REMEDY = MSB + "remedy";

    private static final String SH = "http://www.w3.org/ns/shacl#";
    public static final String SH_VALIDATION_RESULT = SH + "ValidationResult";
    public static final String SH_FOCUS_NODE = SH + "focusNode";
    public static final String SH_RESULT_SEVERITY = SH + "resultSeverity";
    public static final String SH_RESULT_MESSAGE = SH + "resultMessage";
    public static final String SH_VALUE = SH + "value";
    public static final String SH_VIOLATION = SH + "Violation";
    public static final String SH_WARNING = SH + "Warning";
    public static final String SH_INFO = SH + "Info";

    private Vocabulary() {}
}
