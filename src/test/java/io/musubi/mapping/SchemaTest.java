package io.musubi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code mappings/mapping.schema.json}, by which editors help, allows what the engine allows. */
class SchemaTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));

    @TestFactory
    Stream<DynamicTest> everyCrosswalkIsValid() throws IOException {
        JsonSchema schema = schema();
        return Stream.concat(files(HOME.resolve("mappings")), files(HOME.resolve("src/test/resources/crosswalk")))
                .filter(file -> !Files.exists(file.resolveSibling("error.txt")))
                .map(file -> DynamicTest.dynamicTest(
                        HOME.relativize(file).toString(),
                        () -> assertThat(schema.validate(yaml(file))).isEmpty()));
    }

    @Test
    void mistakesAreInvalid() throws IOException {
        Path mistakes = HOME.resolve("src/test/resources/crosswalk/mistakes/mapping.yaml");
        assertThat(schema().validate(yaml(mistakes))).isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        JsonNode text = new ObjectMapper()
                .readTree(HOME.resolve("mappings/mapping.schema.json").toFile());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            List<Path> files =
                    all.filter(file -> file.endsWith("mapping.yaml")).sorted().toList();
            assertThat(files).isNotEmpty();
            return files.stream();
        }
    }

    private static JsonNode yaml(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000);
        try (Reader in = Files.newBufferedReader(file)) {
            Object loaded = new Yaml(new SafeConstructor(options)).load(in);
            return new ObjectMapper().valueToTree(loaded);
        }
    }
}
