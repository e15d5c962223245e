package io.musubi.identity;

import io.musubi.identity.PublicRecord.Portrait;
import io.musubi.model.Description;
import io.musubi.model.Hash;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which things without identifiers are parts of an entity, not of the record: the programme of a grant, the institution
 * of a person with an ORCID. Such a part is called by its content, so that it is one thing however many records say it.
 * Were it a part of each record, a grant of thousands of datasets would have thousands of programmes of one title, and
 * each record's would be another description of the grant.
 */
final class Ownership {
    private final MappedRecord record;
    private final Map<String, Portrait> portraits;
    private final Map<String, Set<String>> namers = new HashMap<>();
    private final Function<Portrait, Hash> content;
    private final Map<String, Term.Thing> owned = new HashMap<>();
    private final Map<String, List<Statement>> moved = new HashMap<>();

    /**
     * @param portraits what {@code record} says in public, by node; changed by {@link #settle}
     * @param about what it says in public of itself
     * @param content the content of a portrait
     */
    Ownership(
            MappedRecord record,
            Map<String, Portrait> portraits,
            List<Statement> about,
            Function<Portrait, Hash> content) {
        this.record = record;
        this.portraits = portraits;
        this.content = content;
        portraits.values().forEach(portrait -> names(portrait.node(), portrait.statements()));
        names("", about);
    }

    private void names(String namer, List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement.object() instanceof Term.Thing thing) {
                namers.computeIfAbsent(thing.node(), node -> new HashSet<>()).add(namer);
            }
        }
    }

    /**
     * Moves what is owned into the portraits of its owners.
     *
     * @return for each thing moved, the owner's node and the name of the part
     */
    Map<String, Term.Thing> settle() {
        for (Description description : record.descriptions()) {
            Portrait part = portraits.get(description.node());
            if (part != null && isOwnable(part, description.kind())) {
                owner(part).ifPresent(owner -> move(part, owner, description.kind()));
            }
        }
        if (!owned.isEmpty()) {
            portraits.keySet().removeAll(owned.keySet());
            portraits.replaceAll((node, portrait) -> settled(portrait));
        }
        return owned;
    }

    /** A person without identifier is never more than a part of the record; nor is what has further such parts. */
    private boolean isOwnable(Portrait part, Kind kind) {
        return !part.isEntity()
                && kind != Kind.PERSON
                && part.statements().stream()
                        .allMatch(it -> !(it.object() instanceof Term.Thing thing) || isEntity(thing.node()));
    }

    private boolean isEntity(String node) {
        Portrait portrait = portraits.get(node);
        return portrait != null && portrait.isEntity();
    }

    /** The one entity that names it, beside the record's main thing: of that few others speak. */
    private Optional<String> owner(Portrait part) {
        Set<String> by = new HashSet<>(namers.getOrDefault(part.node(), Set.of()));
        by.remove(record.descriptions().getFirst().node());
        return by.size() == 1 ? by.stream().filter(this::isEntity).findFirst() : Optional.empty();
    }

    private void move(Portrait part, String owner, Kind kind) {
        String name = kind.segment() + "-" + content.apply(part).shortHex();
        owned.put(part.node(), new Term.Thing(owner, name));
        List<Statement> more = moved.computeIfAbsent(owner, node -> new ArrayList<>());
        for (Statement it : part.statements()) {
            Term object = it.object() instanceof Term.Part inner
                    ? new Term.Part(within(name, inner.fragment()))
                    : it.object();
            more.add(new Statement(within(name, it.fragment()), it.predicate(), object, false));
        }
    }

    /** The portrait with what was moved into it, calling by their new names the things that were. */
    private Portrait settled(Portrait portrait) {
        List<Statement> statements = new ArrayList<>();
        for (Statement it : portrait.statements()) {
            statements.add(
                    it.object() instanceof Term.Thing thing && owned.containsKey(thing.node())
                            ? new Statement(it.fragment(), it.predicate(), renamed(portrait.node(), thing), false)
                            : it);
        }
        statements.addAll(moved.getOrDefault(portrait.node(), List.of()));
        return new Portrait(portrait.node(), portrait.keys(), List.copyOf(statements));
    }

    private Term renamed(String speaker, Term.Thing thing) {
        Term.Thing part = owned.getOrDefault(thing.node(), thing);
        String name = within(part.fragment(), thing.fragment());
        return part.node().equals(speaker) ? new Term.Part(name) : new Term.Thing(part.node(), name);
    }

    private static String within(String name, String fragment) {
        return fragment.isEmpty() ? name : name + "." + fragment;
    }
}
