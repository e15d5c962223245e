package io.musubi.mapping;

import io.musubi.model.Claim;
import io.musubi.model.Description;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Kind;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A description in the making. */
final class Draft {
    private final String node;
    private final Kind kind;
    private final Set<Claim> claims = new LinkedHashSet<>();
    private final Map<Statement, Saying> statements = new LinkedHashMap<>(32);

    /**
     * Something said of a subject that has no name yet.
     *
     * @param predicate an IRI
     * @param value where it comes from
     * @param line of the crosswalk
     */
    record Saying(String predicate, Term object, boolean isPrivate, Value value, int line) {}

    Draft(String node, Kind kind) {
        this.node = node;
        this.kind = kind;
    }

    String node() {
        return node;
    }

    Kind kind() {
        return kind;
    }

    void claim(Claim claim) {
        claims.add(claim);
    }

    Set<Claim> claims() {
        return claims;
    }

    /** Adds what was said of the thing (empty fragment) or one of its parts. */
    void say(String fragment, List<Saying> sayings) {
        for (Saying saying : sayings) {
            say(fragment, saying);
        }
    }

    void say(String fragment, Saying saying) {
        statements.putIfAbsent(
                new Statement(fragment, saying.predicate(), saying.object(), saying.isPrivate()), saying);
    }

    /** The statements with what was behind each, in crosswalk order. */
    Map<Statement, Saying> statements() {
        return statements;
    }

    Description finish(IdentifierSchemes schemes) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(schemes.strongestFirst(kind));
        return new Description(node, kind, sorted, List.copyOf(statements.keySet()));
    }
}
