package io.musubi.web.entity;

import io.musubi.journal.Journal;
import io.musubi.model.Text;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problem;
import io.musubi.web.http.Problems;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /id/{scheme}/{value}}: from an identifier in any spelling to the thing it identifies. */
public final class IdentifierDoor implements Door {
    /** Where it is. */
    public static final String PATH = "/id/";

    private final String base;
    private final Journal journal;
    private final Identifiers identifiers;

    /**
     * Opens it.
     *
     * @param base of our IRIs
     * @param identifiers how spellings are read
     */
    public IdentifierDoor(String base, Journal journal, Identifiers identifiers) {
        this.base = base;
        this.journal = journal;
        this.identifiers = identifiers;
    }

    @Override
    public void answer(Exchange exchange) {
        String rest = decoded(exchange.path().substring(PATH.length()));
        int slash = rest.indexOf('/');
        if (slash < 1 || slash == rest.length() - 1) {
            throw Problems.badRequest(new Text(
                            "/id/{体系}/{値} の形で指定してください。例: /id/doi/10.60501/abc",
                            "The form is /id/{scheme}/{value}, such as /id/doi/10.60501/abc."))
                    .exception();
        }
        String scheme = rest.substring(0, slash);
        String value = rest.substring(slash + 1);
        Identifiers.Normal normal = identifiers
                .normal(scheme, value)
                .orElseThrow(() -> unknown(new Text(
                                "「" + value + "」は " + scheme + " の正しい値ではないか、その体系がありません。",
                                "'" + value + "' is no right value of the scheme '" + scheme
                                        + "', or there is no such scheme."))
                        .exception());
        Optional<String> iri = journal.identified(normal.scheme(), normal.value());
        if (iri.isEmpty()) {
            throw unknown(new Text(
                            normal.scheme() + " " + normal.value() + " で識別されるものは公開されていません。",
                            "Nothing public is identified by " + normal.scheme() + " " + normal.value() + "."))
                    .exception();
        }
        exchange.seeOther(base, iri.get().substring(base.length()));
    }

    private static Problem unknown(Text detail) {
        return Problem.of(404, "unknown-identifier", new Text("その識別子は見つかりません", "Identifier not found"), detail);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound(path).exception();
        }
    }
}
