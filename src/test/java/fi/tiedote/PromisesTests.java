package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two pages of the documentation name a test for each promise; whoever renames a test renames it there. */
class PromisesTests {
    /** Pages, and the package of the tests that they name without one. */
    private static final Map<String, String> TABLES = Map.of("gathering.md", "gather", "delivery.md", "delivery");

    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z]\\w+Tests)?\\.?([a-z]\\w*)?(…)?`");

    @ParameterizedTest
    @MethodSource("promises")
    void aPromiseIsHeldByATestThatExists(String module, String promise, String tests) {
        assertThat(named(module, tests)).as(promise).isNotEmpty().allSatisfy(name -> assertThat(exists(name))
                .as(name)
                .isTrue());
    }

    @Test
    void aTestThatDoesNotExistIsNoticed() {
        assertThat(named("gather", "`reading.DatesTests.noSuchTest`, `alsoNone`"))
                .containsExactly("fi.tiedote.reading.DatesTests#noSuchTest", "fi.tiedote.reading.DatesTests#alsoNone")
                .noneMatch(PromisesTests::exists);
    }

    static Stream<Object[]> promises() {
        return TABLES.entrySet().stream().flatMap(table -> lines(table.getKey())
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Object[] {table.getValue(), cells[1].strip(), cells[2].strip()}));
    }

    private static Stream<String> lines(String page) {
        try {
            return Files.readAllLines(Path.of("docs", page)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method alone is one of the class before it. */
    private static List<String> named(String module, String tests) {
        var names = new ArrayList<String>();
        var type = "";
        for (var match : NAMED.matcher(tests).results().toList()) {
            if (match.group(2) != null) {
                var within = match.group(1).isEmpty() ? module + "." : match.group(1);
                type = "fi.tiedote." + within + match.group(2);
            }
            var method = match.group(3) == null ? "" : match.group(3);
            names.add(type + "#" + method + (match.group(4) == null ? "" : "…"));
        }
        return names;
    }

    private static boolean exists(String name) {
        var parts = name.split("#", -1);
        try {
            return Stream.of(Class.forName(parts[0]).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))
                    .anyMatch(method -> isCalled(method.getName(), parts[1]));
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    private static boolean isCalled(String method, String written) {
        return written.isEmpty()
                || (written.endsWith("…") ? method.startsWith(written.replace("…", "")) : method.equals(written));
    }
}
