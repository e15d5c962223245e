package io.musubi.mapping;

import io.musubi.mapping.Draft.Saying;
import io.musubi.model.Field;
import io.musubi.model.Hash;
import io.musubi.model.Kind;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applies blocks to one record. Fast and tracing mode are the same run: tracing only has a scope that also collects what
 * was read, and keeps the sayings behind the statements.
 */
final class Mapper {
    private final Scope scope;
    private final String recordName;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<Application, String> done = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** The same block on the same field is the same thing; said in private it is another, which nobody sees. */
    private record Application(Block block, Field field, boolean isPrivate) {}

    /**
     * What a block says of one field.
     *
     * @param said in crosswalk order
     * @param isFromSource whether the source gave any of it
     */
    private record Said(List<Saying> said, boolean isFromSource) {}

    /** @param recordName the record's local id, which makes the names of occurrences */
    Mapper(Scope scope, String recordName) {
        this.scope = scope;
        this.recordName = recordName;
    }

    /** The things described so far, in order of their first mention. */
    List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    /** Describes the record itself by {@code properties}; not one of the {@link #drafts}. */
    Draft about(List<Property> properties, Field field) {
        Draft draft = new Draft("record", Kind.DATASET);
        List<Saying> said = new ArrayList<>();
        properties.forEach(property -> say(property, field, draft, said));
        draft.say("", said);
        return draft;
    }

    /**
     * Describes the thing that {@code block} sees in {@code field}.
     *
     * @param isKept whether it stays even if the source says nothing of it
     * @return its node; empty when there is nothing to describe
     */
    Optional<String> thing(Block block, Field field, boolean isKept) {
        Application application = new Application(block, field, scope.isPrivate());
        String known = done.get(application);
        if (known != null) {
            return known.isEmpty() ? Optional.empty() : Optional.of(known);
        }
        int number = uses.merge(block.name(), 1, Integer::sum);
        String node = number == 1 ? block.name() : block.name() + "-" + number;
        Draft draft = new Draft(node, block.kind().orElseThrow());
        drafts.put(node, draft);
        done.put(application, node);
        String before = scope.turnTo(node);
        Said said = describe(block, field, draft);
        scope.turnTo(before);
        if (!said.isFromSource() && !isKept) {
            drafts.remove(node);
            done.put(application, "");
            uses.computeIfPresent(block.name(), (name, count) -> count == number ? count - 1 : count);
            return Optional.empty();
        }
        draft.say("", said.said());
        return Optional.of(node);
    }

    /** Describes a part of {@code owner}; its fragment, or empty when there is nothing to describe. */
    private Optional<String> part(Block block, Field field, Draft owner) {
        Said said = describe(block, field, owner);
        if (!said.isFromSource()) {
            return Optional.empty();
        }
        String fragment = switch (block.shape()) {
            case Block.Shape.Fragment(String name) -> name;
            case Block.Shape.Part(String name, boolean isOccurrence) ->
                name + "-"
                        + Hash.of(isOccurrence ? occurrence(block, field) : content(block, field, said))
                                .shortHex();
            case Block.Shape.Thing thing -> throw new IllegalStateException(block.name() + " is no part");
            case Block.Shape.Shared shared -> throw new IllegalStateException(block.name() + " is no part");
        };
        owner.say(fragment, said.said());
        return Optional.of(fragment);
    }

    private String occurrence(Block block, Field field) {
        return String.join("\n", recordName, block.name(), field.pathFrom(scope.record()));
    }

    private String content(Block block, Field field, Said said) {
        TreeSet<String> content = new TreeSet<>();
        for (ValueRule rule : block.key()) {
            rule.values(field, scope).forEach(value -> content.add(block.key().indexOf(rule) + " " + value.text()));
        }
        if (content.isEmpty()) {
            for (Saying saying : said.said()) {
                // Private words choose no public name.
                if (scope.isPrivate() || !saying.isPrivate()) {
                    content.add(saying.predicate() + " " + content(saying.object()));
                }
            }
        }
        return String.join("\n", content);
    }

    private String content(Term term) {
        if (!(term instanceof Term.Thing thing)) {
            return term.toString();
        }
        Draft draft = drafts.get(thing.node());
        if (draft == null) {
            return thing.node();
        }
        TreeSet<String> content = new TreeSet<>();
        draft.claims().stream()
                .filter(claim -> !claim.isPrivate())
                .forEach(claim -> content.add(claim.scheme() + ":" + claim.value()));
        if (content.isEmpty()) {
            draft.statements().keySet().stream()
                    .filter(statement -> !statement.isPrivate() && !(statement.object() instanceof Term.Thing))
                    .map(Statement::toString)
                    .forEach(content::add);
        }
        return thing.fragment() + " " + String.join("\n", content);
    }

    private Said describe(Block block, Field field, Draft draft) {
        List<Saying> said = new ArrayList<>();
        boolean isFromSource = false;
        for (Property type : block.types()) {
            say(type, field, draft, said);
        }
        for (IdentifierRule rule : block.identifiers()) {
            isFromSource |= new Identification(scope, draft).add(rule, field, said);
        }
        for (Property property : block.properties()) {
            isFromSource |= say(property, field, draft, said) && !property.isBare();
        }
        return new Said(said, isFromSource);
    }

    /** Applies one property; whether it said anything. */
    private boolean say(Property property, Field field, Draft draft, List<Saying> said) {
        boolean before = scope.deepen(property.isPrivate());
        int length = said.size();
        boolean isInverseSaid = false;
        switch (property.target()) {
            case Property.Target.Things things -> isInverseSaid = things(property, things, field, draft, said);
            case Property.Target.Parts parts -> parts(property, parts, field, draft, said);
            case Property.Target.Plain plain -> {
                for (Value value : property.value().values(field, scope)) {
                    Term auto = value.iri() == null || !plain.isOpen() ? null : new Term.Iri(value.iri());
                    add(property, auto == null ? Terms.literal(value, plain, scope) : auto, value, said);
                }
            }
            case Property.Target.Address address -> {
                for (Value value : property.value().values(field, scope)) {
                    add(property, Terms.iri(value, scope), value, said);
                }
            }
            case Property.Target.Link link -> {
                for (Value value : property.value().values(field, scope)) {
                    add(property, Identification.link(link.scheme(), value, scope), value, said);
                }
            }
        }
        scope.surface(before);
        return isInverseSaid || said.size() > length;
    }

    private boolean things(
            Property property, Property.Target.Things target, Field field, Draft draft, List<Saying> said) {
        boolean isSaid = false;
        for (Field each : property.value().targets(field, scope)) {
            Optional<String> node =
                    Block.first(target.blocks(), each, scope).flatMap(block -> thing(block, each, false));
            if (node.isPresent()) {
                Value value = new Value(each.text() == null ? "" : each.text(), null, each, each);
                if (property.isInverse()) {
                    Draft other = drafts.get(node.get());
                    if (other != null) {
                        List<Saying> inverse = new ArrayList<>();
                        add(property, new Term.Thing(draft.node(), ""), value, inverse);
                        other.say("", inverse);
                        isSaid = true;
                    }
                } else {
                    add(property, new Term.Thing(node.get(), target.fragment()), value, said);
                }
            }
        }
        return isSaid;
    }

    private void parts(Property property, Property.Target.Parts target, Field field, Draft draft, List<Saying> said) {
        for (Field each : property.value().targets(field, scope)) {
            Block.first(target.blocks(), each, scope)
                    .flatMap(block -> part(block, each, draft))
                    .ifPresent(fragment -> add(
                            property,
                            new Term.Part(fragment),
                            new Value(each.text() == null ? "" : each.text(), null, each, each),
                            said));
        }
    }

    private void add(Property property, @Nullable Term term, Value value, List<Saying> said) {
        if (term == null) {
            return;
        }
        String predicate = property.predicate();
        if (property.told() != null) {
            List<Value> told = property.told().values(value.at(), scope);
            String named = told.isEmpty() ? null : told.getFirst().iri();
            predicate = named == null ? predicate : named;
        }
        if (!predicate.isEmpty()) {
            said.add(new Saying(
                    predicate, term, scope.isPrivate(), value, property.value().line()));
        }
    }
}
