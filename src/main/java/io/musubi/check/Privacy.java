package io.musubi.check;

import io.musubi.model.Description;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells which results about one record would give away something that it says in private. */
final class Privacy {
    private record Subject(String node, String fragment) {}

    private final Map<Subject, List<Statement>> said = new HashMap<>();
    private final Set<Subject> inPublic;
    private final boolean hasPrivate;

    Privacy(MappedRecord record) {
        add("", record.about());
        for (Description description : record.descriptions()) {
            add(description.node(), description.statements());
        }
        hasPrivate = said.values().stream().flatMap(List::stream).anyMatch(Statement::isPrivate);
        inPublic = hasPrivate ? reachable(roots(record), statement -> !statement.isPrivate()) : Set.of();
    }

    private void add(String node, List<Statement> statements) {
        for (Statement one : statements) {
            said.computeIfAbsent(new Subject(node, one.fragment()), any -> new ArrayList<>())
                    .add(one);
        }
    }

    /**
     * Whether a result of {@code rule} about this part is private: its subject hangs on private statements only, or the
     * rule looked at a private statement on its way from there.
     */
    boolean covers(Rule rule, String node, String fragment) {
        if (rule.isPrivate()) {
            return true;
        }
        if (!hasPrivate) {
            return false;
        }
        Subject focus = new Subject(node, fragment);
        if (!inPublic.contains(focus)) {
            return true;
        }
        Predicate<Statement> isRead =
                statement -> rule.readsAll() || rule.reads().contains(statement.predicate());
        return reachable(List.of(focus), isRead).stream()
                .flatMap(subject -> said.getOrDefault(subject, List.of()).stream())
                .anyMatch(statement -> statement.isPrivate() && isRead.test(statement));
    }

    /** The record, and every thing to which nothing in the record leads. */
    private List<Subject> roots(MappedRecord record) {
        Set<Subject> led = new HashSet<>();
        said.forEach((subject, statements) -> {
            for (Statement statement : statements) {
                target(subject, statement).ifPresent(led::add);
            }
        });
        List<Subject> roots = new ArrayList<>(List.of(new Subject("", "")));
        for (int i = 0; i < record.descriptions().size(); i++) {
            Subject thing = new Subject(record.descriptions().get(i).node(), "");
            if (i == 0 || !led.contains(thing)) {
                roots.add(thing);
            }
        }
        return roots;
    }

    private Set<Subject> reachable(List<Subject> from, Predicate<Statement> along) {
        Set<Subject> found = new HashSet<>(from);
        Deque<Subject> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Subject subject = open.remove();
            for (Statement statement : said.getOrDefault(subject, List.of())) {
                if (along.test(statement)) {
                    target(subject, statement).filter(found::add).ifPresent(open::add);
                }
            }
        }
        return found;
    }

    private static Optional<Subject> target(Subject subject, Statement statement) {
        return switch (statement.object()) {
            case Term.Part part -> Optional.of(new Subject(subject.node(), part.fragment()));
            case Term.Thing thing -> Optional.of(new Subject(thing.node(), thing.fragment()));
            case Term.Iri iri -> Optional.empty();
            case Term.Literal literal -> Optional.empty();
            case Term.Link link -> Optional.empty();
        };
    }
}
