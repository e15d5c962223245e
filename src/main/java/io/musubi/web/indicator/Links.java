package io.musubi.web.indicator;

import io.musubi.indicator.Dimension;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Links of a page.
 *
 * @param base of our IRIs
 * @param up the way from the page to the base
 */
record Links(String base, String up) {
    /** To the page of something of ours; empty for anything else. */
    String to(Value value) {
        return value.isIri() && value.key().startsWith(base) ? up + value.key().substring(base.length()) : "";
    }

    /** To the list behind a number. */
    String records(Indicator indicator, String measure, List<Dimension> by, List<Value> values) {
        StringBuilder link = new StringBuilder(up + "indicators/" + indicator.id() + "?records=" + encode(measure));
        for (int i = 0; i < by.size(); i++) {
            link.append('&')
                    .append(encode(by.get(i).name()))
                    .append('=')
                    .append(encode(values.get(i).key()));
        }
        return link.toString();
    }

    /** To the query page with a query in it. */
    String query(String text) {
        return up + "query?query=" + encode(text);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
