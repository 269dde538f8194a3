package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table belongs to the module whose migration made it, and no other module names it. */
class TablesTests {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");
    private static final Pattern REFERENCED = Pattern.compile("REFERENCES ([a-z_]+)");
    private static final Pattern TEXT = Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:FROM|INTO|UPDATE|JOIN|USING|TABLE|ONLY|TRUNCATE)\\s+([a-z_]+)");

    private final Map<String, String> moduleOf = migrations()
            .flatMap(file -> names(CREATED, file.text()).map(table -> Map.entry(table, module(file))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void aModuleNamesItsOwnTablesOnly() {
        assertThat(SourceFile.main().flatMap(this::strangers)).isEmpty();
    }

    @Test
    void noForeignKeyLeavesItsModule() {
        assertThat(migrations().flatMap(file -> names(REFERENCED, file.text())
                        .filter(table -> !module(file).equals(moduleOf.get(table)))
                        .map(table -> file + " refers to " + table)))
                .isEmpty();
    }

    @Test
    void aStrangersTableIsNoticed() {
        var intruder = new SourceFile(
                Path.of("src/main/java/fi/tiedote/gather/Intruder.java"),
                "jdbc.sql(\"\"\"\n  SELECT * FROM qrtz_triggers\n \"\"\"); // FROM qrtz_locks");

        assertThat(strangers(intruder)).singleElement().asString().contains("gather", "qrtz_triggers");
    }

    private Stream<String> strangers(SourceFile source) {
        return TEXT.matcher(source.text())
                .results()
                .map(MatchResult::group)
                .flatMap(sql -> names(NAMED, sql))
                .filter(table -> !moduleOf.getOrDefault(table, source.module()).equals(source.module()))
                .map(table -> source + " names the table " + table + " of module " + moduleOf.get(table));
    }

    private static Stream<SourceFile> migrations() {
        return SourceFile.below(MIGRATIONS, ".sql");
    }

    /** {@code V2__release.sql} and {@code V7__release_archive.sql} are of the module release. */
    private static String module(SourceFile migration) {
        return migration.path().getFileName().toString().replaceFirst("V\\d+__([a-z]+).*", "$1");
    }

    private static Stream<String> names(Pattern pattern, String sql) {
        return pattern.matcher(sql).results().map(match -> match.group(1));
    }
}
