package io.musubi.bench.invented;

/**
 * @param number its place in the country
 * @param grant its 体系的番号
 * @param funder who pays
 * @param ja title
 * @param en title
 * @param field code of its e-Rad field
 */
record Project(long number, String grant, Funder funder, String ja, String en, String field) {

    /** An agency, with one of its programmes. */
    enum Funder {
        JSPS("00hhkn466", "独立行政法人日本学術振興会", "Japan Society for the Promotion of Science", "科学研究費助成事業", "KAKENHI"),
        JST("00097mb19", "国立研究開発法人科学技術振興機構", "Japan Science and Technology Agency", "戦略的創造研究推進事業 CREST", "CREST"),
        AMED(
                "004rtk039",
                "国立研究開発法人日本医療研究開発機構",
                "Japan Agency for Medical Research and Development",
                "難治性疾患実用化研究事業",
                "Practical Research Project for Rare/Intractable Diseases"),
        NEDO(
                "0055k7a87",
                "国立研究開発法人新エネルギー・産業技術総合開発機構",
                "New Energy and Industrial Technology Development Organization",
                "水素利用等先導研究開発事業",
                "Advancement of Hydrogen Technologies and Utilization Project");

        final String ror;
        final String ja;
        final String en;
        final String programmeJa;
        final String programmeEn;

        Funder(String ror, String ja, String en, String programmeJa, String programmeEn) {
            this.ror = ror;
            this.ja = ja;
            this.en = en;
            this.programmeJa = programmeJa;
            this.programmeEn = programmeEn;
        }
    }
}
