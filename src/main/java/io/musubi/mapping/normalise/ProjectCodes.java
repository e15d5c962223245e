package io.musubi.mapping.normalise;

import io.musubi.model.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Project numbers of single funders, in lower case. */
final class ProjectCodes {
    /** The ministry of health: {@code 20FC1048}, and before 2019 {@code H22-難治-一般-058}. In lower case. */
    static final Pattern MHLW = Pattern.compile("\\d{2}[a-z]{2}\\d{4}|h\\d{2}-[^-]{1,40}(?:-[^-]{1,40}){1,3}-\\d{3}");
    /** AMED's own: {@code 24bm1123057h0001}, also without the part that counts the years. */
    static final Pattern AMED = Pattern.compile("\\d{2}[a-z0-9]{2,3}\\d{6,8}[a-z]\\d{1,4}|\\d{2}[a-z]{2,3}\\d{6,8}");

    private ProjectCodes() {}

    static List<Normaliser> all() {
        return List.of(
                Code.named(
                                "mhlw-project",
                                new Text("厚生労働科学研究費の課題番号", "MHLW project number"),
                                new Text("20FC0000またはH20-名称-一般-000", "20FC0000 or H20-name-general-000"),
                                MHLW.pattern())
                        .to(Spelling::lower)
                        .butNot("\\d{2}(?:kk|kf|kj|hp|ht).*"),
                Code.named(
                                "amed-project",
                                new Text("AMED課題管理番号", "AMED project number"),
                                new Text("24xx0000000h0001の形", "Of the form 24xx0000000h0001"),
                                AMED.pattern())
                        .to(Spelling::lower));
    }
}
