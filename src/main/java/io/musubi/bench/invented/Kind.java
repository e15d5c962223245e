package io.musubi.bench.invented;

/** What a record is about, with its COAR resource type and the word beside it. */
enum Kind {
    DATA("FF4C-28RK", "observational data"),
    BULLETIN("c_6501", "departmental bulletin paper"),
    THESIS("c_db06", "doctoral thesis"),
    ARTICLE("c_6501", "journal article"),
    CONFERENCE("c_5794", "conference paper");

    final String iri;
    final String word;

    Kind(String code, String word) {
        this.iri = "http://purl.org/coar/resource_type/" + code;
        this.word = word;
    }
}
