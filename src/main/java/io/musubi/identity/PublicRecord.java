package io.musubi.identity;

import io.musubi.model.Claim;
import io.musubi.model.Description;
import io.musubi.model.Hash;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Key;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public part of a record: everything marked private is gone, and each thing is known either by identifiers (then it
 * is described in the entity's document) or, without any, as a part of what names it: of the entity, where that alone
 * names it, else of the record. This is the one place where private statements are left behind.
 */
public final class PublicRecord {
    private final String source;
    private final String key;
    private final MappedRecord record;
    private final IdentifierSchemes schemes;
    private final Map<String, Portrait> portraits = new LinkedHashMap<>();
    private final Map<String, Term.Thing> owned;

    /**
     * What the record says of one thing.
     *
     * @param node the thing within the record
     * @param keys its identifiers that tie, strongest first; empty for a thing that is a part of the record
     * @param statements the public ones
     */
    public record Portrait(String node, List<Key> keys, List<Statement> statements) {
        /** Whether the thing is an entity of its own. */
        public boolean isEntity() {
            return !keys.isEmpty();
        }

        /** The identifier it is filed under. */
        public Key anchor() {
            return keys.getFirst();
        }
    }

    /**
     * Takes the public part of {@code record}.
     *
     * @param source the source's id
     * @param key the record's name in its IRI
     */
    public PublicRecord(String source, String key, MappedRecord record, IdentifierSchemes schemes) {
        this.source = source;
        this.key = key;
        this.record = record;
        this.schemes = schemes;
        boolean isMain = true;
        for (Description description : record.descriptions()) {
            List<Key> keys = keys(description, isMain);
            isMain = false;
            List<Statement> statements = description.statements().stream()
                    .filter(statement -> !statement.isPrivate())
                    .toList();
            if (!statements.isEmpty()) {
                portraits.put(description.node(), new Portrait(description.node(), keys, statements));
            }
        }
        keepWhatIsNamed();
        owned = Map.copyOf(new Ownership(record, portraits, about(), this::hash).settle());
    }

    /** A thing without identifiers that no public statement names any more was named in private only. */
    private void keepWhatIsNamed() {
        if (record.descriptions().isEmpty()) {
            return;
        }
        Set<String> named = new HashSet<>();
        named.add(record.descriptions().getFirst().node());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Portrait portrait : portraits.values()) {
                if (named.contains(portrait.node()) || portrait.isEntity()) {
                    for (Statement statement : portrait.statements()) {
                        if (statement.object() instanceof Term.Thing thing) {
                            grew |= named.add(thing.node());
                        }
                    }
                }
            }
        }
        portraits.values().removeIf(portrait -> !portrait.isEntity() && !named.contains(portrait.node()));
    }

    private List<Key> keys(Description description, boolean isMain) {
        List<Key> keys = new ArrayList<>();
        description.claims().stream()
                .filter(claim -> !claim.isPrivate() && ties(claim))
                .sorted(schemes.strongestFirst(description.kind()))
                .map(claim -> new Key(description.kind(), claim.scheme(), claim.value()))
                .distinct()
                .forEach(keys::add);
        if (isMain) {
            keys.add(new Key(description.kind(), Key.RECORD, source + "/" + key));
        }
        return keys;
    }

    private boolean ties(Claim claim) {
        return schemes.has(claim.scheme()) && schemes.get(claim.scheme()).ties();
    }

    /** The source's id. */
    public String source() {
        return source;
    }

    /** The record's name in its IRI. */
    public String key() {
        return key;
    }

    /** What the record says of itself, in public. */
    public List<Statement> about() {
        return record.about().stream().filter(it -> !it.isPrivate()).toList();
    }

    /** The format it came in. */
    public String format() {
        return record.format();
    }

    /** The source's own name for it, unless that is private. */
    public Optional<String> localId() {
        return record.isLocalIdPrivate() ? Optional.empty() : Optional.of(record.localId());
    }

    /** The source's date of this version. */
    public Optional<String> datestamp() {
        return record.datestamp();
    }

    /** All things that are entities or parts of the record, the main one first. */
    public List<Portrait> portraits() {
        return List.copyOf(portraits.values());
    }

    /** The entity or part of the record called {@code node}, if anything public is said of it. */
    public Optional<Portrait> portrait(String node) {
        return Optional.ofNullable(portraits.get(node));
    }

    /** The things that are parts of an entity, by node: the entity's node and the part's name. */
    public Map<String, Term.Thing> owned() {
        return owned;
    }

    /** The record's IRI below the base. */
    public String path() {
        return "record/" + Key.inSource(source, key);
    }

    /**
     * The content of {@code portrait}: equal for records that say the same of a thing. References count by what
     * they refer to; a reference to a part of this record makes the content this record's own.
     */
    public Hash hash(Portrait portrait) {
        StringBuilder text = new StringBuilder(512);
        portrait.keys().forEach(it -> text.append(it).append('\n'));
        Map<String, String> names = new HashMap<>();
        for (Statement statement : portrait.statements()) {
            text.append(statement.fragment())
                    .append(' ')
                    .append(statement.predicate())
                    .append(' ');
            if (statement.object() instanceof Term.Thing thing) {
                text.append(names.computeIfAbsent(thing.node(), this::name))
                        .append(' ')
                        .append(thing.fragment());
            } else {
                text.append(statement.object());
            }
            text.append('\n');
        }
        return Hash.of(text.toString());
    }

    private String name(String node) {
        return portrait(node)
                .filter(Portrait::isEntity)
                .map(it -> it.anchor().toString())
                .orElseGet(() -> path() + "#" + node);
    }

    /** The identifiers that {@code portrait} points to: of other things here, and of things known by identifier only. */
    public Set<Key> mentions(Portrait portrait) {
        Set<Key> mentions = new HashSet<>();
        for (Statement statement : portrait.statements()) {
            switch (statement.object()) {
                case Term.Thing thing ->
                    portrait(thing.node()).filter(Portrait::isEntity).ifPresent(it -> mentions.add(it.anchor()));
                case Term.Link link -> mentions.addAll(Links.keys(link, schemes));
                case Term.Iri iri -> {}
                case Term.Literal literal -> {}
                case Term.Part part -> {}
            }
        }
        return mentions;
    }
}
