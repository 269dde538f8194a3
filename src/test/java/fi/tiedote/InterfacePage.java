package fi.tiedote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** docs/interface.md, taken apart. */
class InterfacePage {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private InterfacePage() {}

    static List<String> table(String head) throws Exception {
        var lines = text().lines().toList();
        var start = lines.stream().filter(line -> line.startsWith(head)).findFirst();
        return lines.stream()
                .skip(lines.indexOf(start.orElseThrow()) + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    static List<String> code(String text) {
        return CODE.matcher(text).results().map(each -> each.group(1)).toList();
    }

    static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    static String text() throws Exception {
        return Files.readString(Path.of("docs", "interface.md"));
    }
}
