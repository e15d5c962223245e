package io.musubi.web.thing;

import io.musubi.web.page.Days;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** A thing of the graph, or a value, as a template reads it. Trails are written as {@link Trail} says. */
public final class Thing {
    private static final String CREATOR = "https://w3id.org/musubi/codelist/role/creator";
    private static final Comparator<Thing> ORDER = Comparator.comparing(Thing::isForeign)
            .thenComparing(Thing::text)
            .thenComparing(thing -> thing.node.toString());

    private final Reading reading;
    private final Node node;

    Thing(Reading reading, Node node) {
        this.reading = reading;
        this.node = node;
    }

    /** Its IRI; empty for a value. */
    public String iri() {
        return node.isURI() ? node.getURI() : "";
    }

    /** What it is called in the reader's language if it can be, or what the value says. */
    public String text() {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return label().map(Node::getLiteralLexicalForm)
                .orElseGet(() -> reading.addresses().shown(iri()));
    }

    /** The language of {@link #text}, where it is another than the reader's; else empty. */
    public String lang() {
        String language = node.isLiteral()
                ? node.getLiteralLanguage()
                : label().map(Node::getLiteralLanguage).orElse("");
        return language.equals(reading.language()) ? "" : language;
    }

    /** Whether something names it: without, {@link #text} is its IRI in short. */
    public boolean isNamed() {
        return label().isPresent();
    }

    private Optional<Node> label() {
        return node.isURI() ? reading.label(node) : Optional.empty();
    }

    private boolean isForeign() {
        return !lang().isEmpty();
    }

    /** Where it leads from this page; empty when it is nothing to follow. */
    public String href() {
        return node.isURI() ? reading.addresses().of(iri()) : "";
    }

    /** {@code dataset}, {@code person} … for what is ours, also for parts; {@code term} for a name of the ontology. */
    public String kind() {
        return reading.addresses().kind(iri());
    }

    /** The part of its IRI behind the hash; empty without. */
    public String fragment() {
        return iri().indexOf('#') < 0 ? "" : iri().substring(iri().indexOf('#') + 1);
    }

    /** The last piece of its IRI: the code of a concept. */
    public String code() {
        return iri().replaceFirst(".*[/#]", "");
    }

    /** Its IRI behind the last occurrence of {@code marker}, or what it is called where that does not occur. */
    public String after(String marker) {
        int at = iri().lastIndexOf(marker);
        return at < 0 ? text() : iri().substring(at + marker.length());
    }

    /** The date it is, in words. */
    public String day() {
        return Days.day(text(), reading.language());
    }

    /** The year it begins with; empty when it does not. */
    public String year() {
        return text().matches("[0-9]{4}(-.*)?") ? text().substring(0, 4) : "";
    }

    /** All that a trail leads to: what is in the reader's language first, then by name. */
    public List<Thing> all(String trail) {
        Trail way = Trail.of(trail);
        reading.tell(node, way.begins());
        return way.walk(reading, node, Reading.LIMIT).stream()
                .map(reading::thing)
                .sorted(ORDER)
                .toList();
    }

    /** The first of {@link #all}, if there is any. */
    public @Nullable Thing one(String trail) {
        return all(trail).stream().findFirst().orElse(null);
    }

    /** The values in the reader's language if there are any, else all. */
    public List<Thing> said(String trail) {
        List<Thing> all = all(trail);
        List<Thing> inOwn = all.stream()
                .filter(it ->
                        it.node.isLiteral() && it.node.getLiteralLanguage().equals(reading.language()))
                .toList();
        return inOwn.isEmpty() ? all : inOwn;
    }

    /** Values that are in another language than those of {@link #said}, and say something else. */
    public List<Thing> otherwise(String trail) {
        List<Thing> said = said(trail);
        Set<String> texts = new HashSet<>(said.stream().map(Thing::text).toList());
        return all(trail).stream()
                .filter(it -> !said.contains(it) && texts.add(it.text()))
                .toList();
    }

    /** {@link #all} but for what is called as one before it: what records name apart is most often the same. */
    public List<Thing> distinct(String trail) {
        Map<String, Thing> byName = new LinkedHashMap<>();
        all(trail).stream()
                .sorted(Comparator.comparing(it -> it.iri().indexOf('#') >= 0))
                .forEach(it -> byName.putIfAbsent(it.text(), it));
        return List.copyOf(byName.values());
    }

    /** Of what {@link #distinct} gives, what has identifiers; where nothing has, all of it. */
    public List<Thing> known(String trail) {
        List<Thing> distinct = distinct(trail);
        List<Thing> known =
                distinct.stream().filter(it -> it.fragment().isEmpty()).toList();
        return known.isEmpty() ? distinct : known;
    }

    /** {@link #all} in the order of the number or date that {@code key} leads to; those without one last. */
    public List<Thing> sorted(String trail, String key) {
        Map<String, List<Thing>> byKey = new TreeMap<>();
        all(trail)
                .forEach(it -> byKey.computeIfAbsent(it.sortKey(key), k -> new ArrayList<>())
                        .add(it));
        return byKey.values().stream().flatMap(List::stream).toList();
    }

    /** Who made it, in the order that its record gives; where none does, by name. */
    public List<Thing> creators() {
        List<Thing> inOrder = sorted("prov:qualifiedAttribution", "msb:position").stream()
                .filter(it -> it.all("dcat:hadRole").stream()
                        .anyMatch(role -> role.iri().equals(CREATOR)))
                .flatMap(it -> it.all("prov:agent").stream())
                .distinct()
                .toList();
        return inOrder.isEmpty() ? all("dct:creator") : inOrder;
    }

    private String sortKey(String trail) {
        Thing key = one(trail);
        return key == null ? "~" : "%20s".formatted(key.text());
    }

    /** What the page has not told yet of its subject, by property. Ask last. */
    public List<Fact> rest() {
        return Fact.of(reading, node, ORDER, triple -> !reading.told().contains(triple.getPredicate()));
    }

    /** All that the page's document says of this subject, by property. */
    public List<Fact> facts() {
        return Fact.of(reading, node, ORDER, triple -> true);
    }

    /**
     * The address outside at which one of its identifiers is known: of its other names the one that ends with the
     * identifier; empty without.
     *
     * @param identifier one of its {@code adms:identifier}
     */
    public String sameAs(Thing identifier) {
        List<String> notations =
                identifier.all("skos:notation").stream().map(Thing::text).toList();
        return all("owl:sameAs").stream()
                .filter(same -> notations.stream().anyMatch(same.iri()::endsWith))
                .map(Thing::href)
                .findFirst()
                .orElse("");
    }

    /** Whether it is a part of the page's subject, of which its document says something. */
    public boolean isPart() {
        return href().startsWith("#") && !reading.own(node).isEmpty();
    }

    /** The whole thing: its IRI without what is behind the hash. */
    public Thing document() {
        return node.isURI() ? reading.thing(NodeFactory.createURI(iri().replaceFirst("#.*", ""))) : this;
    }

    /** Another thing or value of the same page. */
    public Thing other(Node another) {
        return reading.thing(another);
    }

    /** Another thing of the same page, by its IRI. */
    public Thing other(String iri) {
        return reading.thing(iri);
    }

    /** It as the graph knows it. */
    public Node node() {
        return node;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Thing thing && thing.node.equals(node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
