package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/gathering.md names a test for each promise; whoever renames a test renames it there. */
class PromisesTests {
    private static final Path TABLES = Path.of("docs", "gathering.md");
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z]\\w+Tests)?\\.?([a-z]\\w*)?(…)?`");

    @ParameterizedTest
    @MethodSource("promises")
    void aPromiseIsHeldByATestThatExists(String promise, String tests) {
        assertThat(named(tests)).as(promise).isNotEmpty().allSatisfy(name -> assertThat(exists(name))
                .as(name)
                .isTrue());
    }

    @Test
    void aTestThatDoesNotExistIsNoticed() {
        assertThat(named("`DatesTests.noSuchTest`, `alsoNone`"))
                .containsExactly("fi.tiedote.gather.DatesTests#noSuchTest", "fi.tiedote.gather.DatesTests#alsoNone")
                .noneMatch(PromisesTests::exists);
    }

    static Stream<Object[]> promises() throws IOException {
        return Files.readAllLines(TABLES).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Object[] {cells[1].strip(), cells[2].strip()});
    }

    /** A method alone is one of the class before it. */
    private static List<String> named(String tests) {
        var names = new ArrayList<String>();
        var type = "";
        for (var match : NAMED.matcher(tests).results().toList()) {
            if (match.group(2) != null) {
                var within = match.group(1).isEmpty() ? "gather." : match.group(1);
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
