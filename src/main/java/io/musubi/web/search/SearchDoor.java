package io.musubi.web.search;

import io.musubi.model.State;
import io.musubi.model.Text;
import io.musubi.text.Answer;
import io.musubi.text.Question;
import io.musubi.text.SearchTimeException;
import io.musubi.text.TextStore;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problem;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.util.List;

/** {@code /search}: finds things by words or identifiers, narrowed by facets; as a page or as JSON. */
public final class SearchDoor implements Door {
    private static final List<Accept.Offer<Boolean>> AS_JSON = List.of(
            new Accept.Offer<>(false, List.of("text/html", "application/xhtml+xml"), List.of("html")),
            new Accept.Offer<>(true, List.of("application/json"), List.of("json")));

    private final String base;
    private final TextStore text;
    private final Labels labels;

    /**
     * @param base the base IRI of the entities
     * @param text what is searched
     * @param labels of the values of facets
     */
    public SearchDoor(String base, TextStore text, Labels labels) {
        this.base = base;
        this.text = text;
        this.labels = labels;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        boolean isJson = exchange.choose(AS_JSON)
                .orElseThrow(() ->
                        Problems.notAcceptable("text/html, application/json").exception());
        exchange.response().addHeader("Vary", "Accept, Accept-Language, Cookie");
        State state = text.state();
        String form = "search." + (isJson ? "json" : "html") + exchange.language();
        if (Conditional.isKnown(exchange.request(), exchange.response(), state, form)) {
            return;
        }
        Asked asked = Asked.of(exchange.query());
        Answer answer = search(asked.question(exchange));
        Values values = Values.of(answer, asked, base, labels, exchange.language());
        Conditional.mark(exchange.response(), answer.state(), form);
        if (isJson) {
            exchange.response().setHeader("Content-Language", exchange.language());
            exchange.send("application/json", SearchJson.of(asked, answer, values));
        } else {
            Pages.send(exchange, answer.state(), "search/search", new SearchPage(base, asked, answer, values).model());
        }
    }

    private Answer search(Question question) {
        try {
            return text.search(question);
        } catch (SearchTimeException e) {
            throw Problem.of(
                            503,
                            "search-time",
                            new Text("検索に時間がかかりすぎました", "The search took too long"),
                            new Text(
                                    "この検索は時間内に終わりませんでした。言葉を減らすか、少し待ってもう一度お試しください。",
                                    "This search did not end in time. Use fewer words, or wait a little and try again."))
                    .with(Problem.RETRY_AFTER, 5)
                    .exception();
        }
    }
}
