package io.musubi.mapping;

import io.musubi.mapping.Draft.Saying;
import io.musubi.mapping.SchemeRule.Checked;
import io.musubi.mapping.normalise.Result;
import io.musubi.model.Claim;
import io.musubi.model.Field;
import io.musubi.model.Hash;
import io.musubi.model.IdentifierScheme;
import io.musubi.model.Severity;
import io.musubi.model.Term;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks identifiers: each becomes an {@code adms:Identifier} part, and a claim when it passed and is the thing's own. */
final class Identification {
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String IDENTIFIER = "http://www.w3.org/ns/adms#identifier";
    private static final String IDENTIFIER_CLASS = "http://www.w3.org/ns/adms#Identifier";
    private static final String NOTATION = "http://www.w3.org/2004/02/skos/core#notation";
    private static final String SCHEME = "http://purl.org/spar/datacite/usesIdentifierScheme";
    private static final String SAME_AS = "http://www.w3.org/2002/07/owl#sameAs";
    private static final String MSB = "https://w3id.org/musubi/ontology#";
    private static final String CHECK = MSB + "identifierCheck";
    private static final String RAW = MSB + "rawIdentifier";

    private final Scope scope;
    private final Draft draft;

    Identification(Scope scope, Draft draft) {
        this.scope = scope;
        this.draft = draft;
    }

    /** Applies a rule to {@code field}; whether it said anything: a value refused without a word is none. */
    boolean add(IdentifierRule rule, Field field, List<Saying> said) {
        boolean before = scope.deepen(rule.isPrivate());
        int length = said.size();
        for (Value value : rule.value().values(field, scope)) {
            rule.scheme().of(value, scope).ifPresent(checked -> check(rule, checked, value, said));
        }
        scope.surface(before);
        return said.size() > length;
    }

    private void check(IdentifierRule rule, Checked checked, Value value, List<Saying> said) {
        IdentifierScheme scheme = checked.scheme();
        int line = rule.value().line();
        switch (checked.normaliser().apply(value.text())) {
            case Result.Value(String normal, var note) -> {
                note.ifPresent(it -> Refinement.note("identifier." + scheme.name(), it, value, scope));
                part(scheme, value, Terms.clean(normal), "passed", line, said);
                if (rule.isOwn() && scheme.kinds().contains(draft.kind())) {
                    draft.claim(new Claim(scheme.claimedAs(), normal, value.text(), scope.isPrivate()));
                    scheme.sameAs(normal)
                            .ifPresent(iri ->
                                    said.add(new Saying(SAME_AS, new Term.Iri(iri), scope.isPrivate(), value, line)));
                }
            }
            case Result.Refused(var note) -> {
                if (note.isPresent()) {
                    Refinement.note("identifier." + scheme.name(), note.get(), value, scope);
                    part(scheme, value, Terms.clean(value.text()), "failed", line, said);
                }
            }
        }
    }

    private void part(
            IdentifierScheme scheme, Value value, String notation, String check, int line, List<Saying> said) {
        String fragment =
                "identifier-" + Hash.of(scheme.name() + ":" + notation).shortHex();
        boolean isPrivate = scope.isPrivate();
        List<Saying> part = new ArrayList<>();
        part.add(new Saying(TYPE, new Term.Iri(IDENTIFIER_CLASS), isPrivate, value, line));
        part.add(new Saying(NOTATION, Term.Literal.string(notation), isPrivate, value, line));
        part.add(new Saying(SCHEME, new Term.Iri(scheme.iri()), isPrivate, value, line));
        part.add(new Saying(CHECK, new Term.Iri(MSB + check), isPrivate, value, line));
        String raw = Terms.clean(value.text());
        if (!raw.equals(notation)) {
            part.add(new Saying(RAW, Term.Literal.string(raw), isPrivate, value, line));
        }
        draft.say(fragment, part);
        said.add(new Saying(IDENTIFIER, new Term.Part(fragment), isPrivate, value, line));
    }

    /** The term for whatever has the identifier {@code value}; null, with a remark, when it fails its check. */
    static @Nullable Term link(SchemeRule rule, Value value, Scope scope) {
        Optional<Checked> checked = rule.of(value, scope);
        if (checked.isEmpty()) {
            return null;
        }
        IdentifierScheme scheme = checked.get().scheme();
        switch (checked.get().normaliser().apply(value.text())) {
            case Result.Value(String normal, var note) -> {
                note.ifPresent(it -> Refinement.note("identifier." + scheme.name(), it, value, scope));
                Optional<String> iri = scheme.iriOf(normal);
                if (iri.isEmpty()) {
                    scope.remark(
                            "link." + scheme.name(),
                            Severity.INFO,
                            value.field(),
                            value.text(),
                            new Text("Web上のIRIをもつ識別子", "An identifier that has an address on the web"),
                            new Text("DOIなど、IRIのある識別子を書いてください。", "Give an identifier with an address, such as a DOI."),
                            false);
                    return null;
                }
                return new Term.Link(scheme.claimedAs(), normal, iri.get());
            }
            case Result.Refused(var note) -> {
                note.ifPresent(it -> Refinement.note("identifier." + scheme.name(), it, value, scope));
                return null;
            }
        }
    }
}
