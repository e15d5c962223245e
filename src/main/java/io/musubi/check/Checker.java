package io.musubi.check;

import io.musubi.model.Hash;
import io.musubi.model.MappedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;

/**
 * Judges records by the shapes of {@code shapes/}: {@code admission} and {@code record/general} every record, {@code
 * record/<profile>} those of the profile. Fast in batches (some hundred records), and the verdict on a record does not
 * depend on the others of its batch. For one thread at a time.
 */
public final class Checker {
    private static final String GENERAL = "general";

    /** Raise it when the same shapes come to other verdicts, or these are told otherwise. */
    private static final String ENGINE = "1";

    private final Hash hash;
    private final Collection<Statement> context;
    private final ShapeSet admission;
    private final Map<String, ShapeSet> profiles;

    private Checker(Hash hash, Collection<Statement> context, ShapeSet admission, Map<String, ShapeSet> profiles) {
        this.hash = hash;
        this.context = context;
        this.admission = admission;
        this.profiles = profiles;
    }

    /**
     * Reads and compiles all shapes, and the code lists that values are looked up in.
     *
     * @param home the project home, with {@code shapes/} and {@code ontology/}
     * @throws IllegalArgumentException when a shape cannot be used; the message names folder, shape and what is missing
     */
    public static Checker load(Path home) {
        Path records = home.resolve("shapes/record");
        Map<String, ShapeSet> profiles = new TreeMap<>();
        try (Stream<Path> folders = Files.list(records)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                profiles.put(String.valueOf(folder.getFileName()), ShapeSet.load(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shape profiles in " + records, e);
        }
        return new Checker(hash(home), context(home), ShapeSet.load(home.resolve("shapes/admission")), profiles);
    }

    /** Of all that a verdict depends on but the record and the day. */
    public Hash hash() {
        return hash;
    }

    private static Hash hash(Path home) {
        MessageDigest digest = Hash.digest();
        digest.update(ENGINE.getBytes(StandardCharsets.UTF_8));
        for (String part : List.of("ontology", "shapes")) {
            try (Stream<Path> files = Files.walk(home.resolve(part))) {
                for (Path file : files.filter(it -> it.toString().endsWith(".ttl"))
                        .sorted()
                        .toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + home.resolve(part), e);
            }
        }
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    /** The ontology and the code lists: {@code ontology/} and all below, as one graph. */
    static Model context(Path home) {
        Model graph = new LinkedHashModel();
        try (Stream<Path> files = Files.walk(home.resolve("ontology"))) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .forEach(file -> graph.addAll(ShapeSet.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the code lists in " + home.resolve("ontology"), e);
        }
        return graph;
    }

    /** The names of the profiles: the folders under {@code shapes/record}, {@code general} among them. */
    public List<String> profiles() {
        return List.copyOf(profiles.keySet());
    }

    /**
     * Judges records.
     *
     * @param batch the records; deletion notices get an empty verdict
     * @param today the day that rules about the future mean: the commit's date
     * @return a verdict for each record, in the same order
     * @throws IllegalArgumentException when a record names a profile that does not exist
     */
    public List<Verdict> check(List<MappedRecord> batch, LocalDate today) {
        batch.forEach(this::requireProfiles);
        try (CheckRun run = new CheckRun(context, batch, today)) {
            run.admit(admission);
            profiles.forEach((name, shapes) -> {
                if (name.equals(GENERAL)) {
                    run.judge(shapes);
                } else {
                    run.judge(shapes, name);
                }
            });
            return run.verdicts();
        }
    }

    private void requireProfiles(MappedRecord record) {
        for (String profile : record.profiles()) {
            if (!profiles.containsKey(profile)) {
                throw new IllegalArgumentException("Record " + record.localId() + " (" + record.format()
                        + ") names the profile '" + profile + "'; there are " + profiles.keySet()
                        + ". Correct the crosswalk's 'profiles' or add a folder under shapes/record.");
            }
        }
    }
}
