package io.musubi.identity;

import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Key;
import io.musubi.model.Term;
import java.util.List;

/** What a link by identifier may lead to: a link names no kind, so each kind is tried, data before text. */
public final class Links {
    private Links() {}

    /** The keys to try, in order: one for each kind that the scheme can identify. */
    public static List<Key> keys(Term.Link link, IdentifierSchemes schemes) {
        if (!schemes.has(link.scheme())) {
            return List.of();
        }
        return schemes.get(link.scheme()).kinds().stream()
                .sorted()
                .map(kind -> new Key(kind, link.scheme(), link.value()))
                .toList();
    }
}
