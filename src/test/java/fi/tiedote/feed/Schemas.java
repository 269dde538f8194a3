package fi.tiedote.feed;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas in {@code src/test/resources/schemas}. */
class Schemas {
    private Schemas() {}

    static List<String> errors(String schema, JsonNode document) throws IOException {
        var text = Files.readString(Path.of("src/test/resources/schemas", schema + ".json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text)
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
