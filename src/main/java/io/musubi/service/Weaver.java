package io.musubi.service;

import io.musubi.identity.Clusters;
import io.musubi.identity.PublicRecord;
import io.musubi.identity.PublicRecord.Portrait;
import io.musubi.ledger.Entities;
import io.musubi.ledger.Entities.Backing;
import io.musubi.ledger.Entities.Entity;
import io.musubi.ledger.Entities.Support;
import io.musubi.ledger.Ledger;
import io.musubi.ledger.StoredRecord;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Key;
import io.musubi.model.MappedRecord;
import io.musubi.model.SourceSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Ties what records say into entities, within one commit: first each changed record is {@linkplain #apply applied}, then
 * {@link #settle} regroups the identifiers touched and publishes every document that may have changed. What it does
 * depends on the records that are in, not on the order in which they came, but for the IRI an entity is first given.
 */
final class Weaver {
    /** So many contradicting identifiers are told. */
    private static final int TOLD = 10;

    private final Ledger ledger;
    private final Entities entities;
    private final IdentifierSchemes schemes;
    private final Clusters clusters;
    private final Publisher publisher;

    private final Set<Long> touched = new LinkedHashSet<>();
    private final Set<Long> unsettled = new LinkedHashSet<>();
    private final Set<Long> records = new LinkedHashSet<>();
    private final Set<Long> forgotten = new HashSet<>();
    private final Set<Long> forgottenRecords = new HashSet<>();
    private final Set<Long> forgottenEntities = new HashSet<>();

    Weaver(Ledger ledger, IdentifierSchemes schemes, Publisher publisher) {
        this.ledger = ledger;
        this.entities = ledger.entities();
        this.schemes = schemes;
        this.clusters = new Clusters(schemes);
        this.publisher = publisher;
    }

    /**
     * Makes the tables hold what {@code record} says now: its current version if it is live and open, else nothing.
     */
    void apply(StoredRecord record, SourceSettings source) {
        List<Support> before = entities.supportsOf(record.id());
        List<Support> after = record.isOpen() && record.status() == StoredRecord.Status.LIVE
                ? record.version()
                        .map(version -> supports(record, ledger.records().mapped(version), source))
                        .orElse(List.of())
                : List.of();
        records.add(record.id());
        Set<Support> same = new HashSet<>(before);
        same.retainAll(after);
        Set<Place> kept = new HashSet<>();
        for (Support support : after) {
            kept.add(new Place(support.description(), support.node()));
            if (!same.contains(support) && shows(support.description(), () -> entities.addSupport(support))) {
                touched.addAll(entities.identifiersOf(support.description()));
            }
        }
        // After the new ones: a description whose rank or date alone has changed must not be without support in
        // between.
        for (Support support : before) {
            if (!kept.contains(new Place(support.description(), support.node()))) {
                // Before: with its last support a description goes.
                List<Long> identifiers = entities.identifiersOf(support.description());
                if (shows(support.description(), () -> entities.removeSupport(support))) {
                    touched.addAll(identifiers);
                }
            }
        }
    }

    /** Publishes the record anew when the commit is settled: its findings are others. */
    void show(long record) {
        records.add(record);
    }

    private record Place(long description, String node) {}

    /** Everything that the record ever said in public is to leave the journal's history too. */
    void forget(StoredRecord record) {
        forgottenRecords.add(record.id());
        records.add(record.id());
        for (MappedRecord version : ledger.records().history(record.id())) {
            for (Portrait portrait : new PublicRecord(record.source(), record.key(), version, schemes).portraits()) {
                for (Key key : portrait.keys()) {
                    entities.find(key).ifPresent(identifier -> {
                        forgotten.add(identifier);
                        touched.add(identifier);
                    });
                }
            }
        }
    }

    /** Two identifiers were declared not to be of one thing. */
    void refused(long a, long b) {
        touched.add(a);
        touched.add(b);
    }

    /**
     * Whether anybody can tell {@code change} from what backs the description. Thousands of records may say the same of
     * one thing: what that is, is settled anew only where a change shows.
     */
    private boolean shows(long description, Runnable change) {
        Optional<Backing> before = entities.backing(description);
        change.run();
        return before.filter(Backing::isInConflict).isPresent() || !before.equals(entities.backing(description));
    }

    private List<Support> supports(StoredRecord record, MappedRecord mapped, SourceSettings source) {
        PublicRecord said = new PublicRecord(record.source(), record.key(), mapped, schemes);
        Key own = new Key(mapped.descriptions().getFirst().kind(), Key.RECORD, record.source() + "/" + record.key());
        List<Support> supports = new ArrayList<>();
        for (Portrait portrait : said.portraits()) {
            if (portrait.isEntity()) {
                List<Long> identifiers =
                        portrait.keys().stream().map(entities::identifier).toList();
                List<Long> mentions = said.mentions(portrait).stream()
                        .sorted()
                        .map(entities::identifier)
                        .toList();
                long anchor = anchor(portrait, identifiers, entities.identifier(own));
                String hash = said.hash(portrait).hex();
                long description = entities.description(hash, portrait.anchor().kind(), anchor, identifiers, mentions);
                if (entities.file(description, anchor)) {
                    touched.addAll(identifiers);
                }
                supports.add(new Support(
                        description,
                        hash,
                        record.id(),
                        portrait.node(),
                        source.rank(),
                        source.isAuthority(),
                        mapped.datestamp().orElse("")));
            }
        }
        return supports;
    }

    /** The strongest identifier, unless somebody declared that this record's thing does not have it. */
    private long anchor(Portrait portrait, List<Long> identifiers, long own) {
        Set<Long> refused = identifiers.contains(own) ? entities.refusedWith(own) : Set.of();
        return identifiers.stream()
                .filter(it -> !refused.contains(it))
                .findFirst()
                .orElseGet(() -> entities.identifier(portrait.anchor()));
    }

    /** Regroups what was touched and publishes what may have changed. */
    void settle(long commit) {
        regroup(commit);
        publishEntities(commit);
        for (long record : records) {
            publisher.publishRecord(commit, ledger.records().get(record), forgottenRecords.contains(record));
        }
        begin();
    }

    /** Knows of nothing: also not of what a commit left behind that could not be made. */
    void begin() {
        touched.clear();
        unsettled.clear();
        records.clear();
        forgotten.clear();
        forgottenRecords.clear();
        forgottenEntities.clear();
    }

    private void regroup(long commit) {
        Set<Long> start = new LinkedHashSet<>(touched);
        for (long identifier : touched) {
            entities.entityOf(identifier).ifPresent(entity -> {
                unsettled.add(entity.id());
                start.addAll(entities.membersOf(entity.id()));
            });
        }
        Set<Long> seen = new HashSet<>();
        Set<Long> conflicting = new TreeSet<>();
        for (long identifier : start) {
            if (!seen.contains(identifier)) {
                Set<Long> cluster = cluster(identifier);
                seen.addAll(cluster);
                cluster.stream()
                        .filter(it -> entities.conflictOf(it).isPresent())
                        .forEach(conflicting::add);
                settleCluster(cluster, conflicting);
            }
        }
        records.addAll(publisher.renewConflicts(commit, concerned(conflicting)));
    }

    /**
     * Records whose ties do not hold, or did not until now.
     *
     * @param conflicting the identifiers for which that is so
     */
    private Set<Long> concerned(Set<Long> conflicting) {
        Set<Long> concerned = new TreeSet<>();
        conflicting.forEach(identifier -> concerned.addAll(entities.recordsTying(identifier)));
        records.stream().filter(ledger.findings()::isInConflict).forEach(concerned::add);
        return concerned;
    }

    private Set<Long> cluster(long from) {
        Set<Long> cluster = new LinkedHashSet<>();
        Deque<Long> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            long identifier = next.pop();
            if (cluster.add(identifier)) {
                next.addAll(entities.tiedTo(identifier));
            }
        }
        return cluster;
    }

    private void settleCluster(Set<Long> cluster, Set<Long> conflicting) {
        Map<Key, Long> numbers = new HashMap<>();
        cluster.forEach(identifier -> numbers.put(entities.key(identifier), identifier));
        Set<Set<Key>> refused = new HashSet<>();
        for (long identifier : cluster) {
            for (long other : entities.refusedWith(identifier)) {
                refused.add(Set.of(entities.key(identifier), entities.key(other)));
            }
        }
        switch (clusters.judge(numbers.keySet(), refused)) {
            case Clusters.Outcome.Tied tied -> lead(cluster, numbers, Optional.empty());
            case Clusters.Outcome.Untied untied -> {
                String why = why(untied.values());
                cluster.forEach(identifier -> lead(Set.of(identifier), numbers, Optional.of(why)));
                conflicting.addAll(cluster);
            }
        }
    }

    /** A tangle may hold thousands; each of its identifiers keeps this text. */
    private static String why(Collection<Key> values) {
        String told = values.stream().limit(TOLD).map(Key::toString).collect(Collectors.joining(", "));
        return values.size() <= TOLD ? told : told + " … (" + values.size() + ")";
    }

    private void lead(Set<Long> group, Map<Key, Long> numbers, Optional<String> conflict) {
        Optional<Entity> leader = Optional.empty();
        if (group.stream().anyMatch(entities::hasDescriptions)) {
            leader = Optional.of(group.stream()
                    .flatMap(identifier -> entities.namedBy(identifier).stream())
                    .min((a, b) -> Long.compare(a.id(), b.id()))
                    .orElseGet(() -> entities.mint(strongest(group, numbers))));
        }
        for (long identifier : group) {
            entities.namedBy(identifier).ifPresent(it -> unsettled.add(it.id()));
            Optional<Entity> before = entities.entityOf(identifier);
            if (entities.lead(identifier, leader.map(Entity::id), conflict)) {
                before.ifPresent(it -> unsettled.add(it.id()));
                unsettlePointers(identifier);
            }
            if (forgotten.contains(identifier)) {
                entities.namedBy(identifier).ifPresent(it -> forgottenEntities.add(it.id()));
                leader.ifPresent(it -> forgottenEntities.add(it.id()));
            }
        }
        leader.ifPresent(it -> unsettled.add(it.id()));
    }

    private long strongest(Set<Long> group, Map<Key, Long> numbers) {
        return numbers.entrySet().stream()
                .filter(it -> group.contains(it.getValue()))
                .min((a, b) -> {
                    int byRank = Integer.compare(rank(a.getKey()), rank(b.getKey()));
                    return byRank != 0 ? byRank : a.getKey().compareTo(b.getKey());
                })
                .orElseThrow()
                .getValue();
    }

    private int rank(Key key) {
        return schemes.rank(key.kind(), key.scheme());
    }

    /** Who points to {@code identifier} must name another IRI now. */
    private void unsettlePointers(long identifier) {
        unsettled.addAll(entities.pointingTo(identifier));
        records.addAll(entities.recordsWith(identifier));
    }

    private void publishEntities(long commit) {
        Deque<Long> next = new ArrayDeque<>(unsettled);
        Set<Long> waiting = new LinkedHashSet<>(unsettled);
        Set<Long> toPublish = new TreeSet<>();
        while (!next.isEmpty()) {
            long id = next.pop();
            waiting.remove(id);
            toPublish.add(id);
            Entity entity = entities.entity(id);
            boolean isPublic = entities.isDescribedByRecords(id) || entities.isPointedToByPublished(id);
            if (isPublic != entity.isPublished()) {
                entities.setPublished(id, isPublic);
                for (long other : reachedBy(id)) {
                    if (waiting.add(other)) {
                        next.add(other);
                    }
                }
            }
        }
        publisher.begin();
        for (long id : toPublish) {
            publisher.publishEntity(commit, entities.entity(id), forgottenEntities.contains(id));
        }
    }

    /** Entities whose own publication or text may change when that of {@code entity} does. */
    private Collection<Long> reachedBy(long entity) {
        Set<Long> reached = new LinkedHashSet<>();
        for (Support voice : entities.voicesOf(entity)) {
            for (long mention : entities.mentionsOf(voice.description())) {
                entities.entityOf(mention).ifPresent(it -> reached.add(it.id()));
            }
        }
        for (long identifier : entities.membersOf(entity)) {
            reached.addAll(entities.pointingTo(identifier));
            records.addAll(entities.recordsWith(identifier));
        }
        reached.remove(entity);
        return reached;
    }
}
