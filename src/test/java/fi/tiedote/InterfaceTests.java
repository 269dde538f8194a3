package fi.tiedote;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.delivery.Progress;
import fi.tiedote.delivery.Tally;
import fi.tiedote.kit.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/interface.md names is there, by that name. */
class InterfaceTests {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern FIELD = Pattern.compile("\"([a-z_]+)\"");
    /** A hub and a release with a file have stories of their own. */
    private static final Set<String> ELSEWHERE = Set.of("`/websub/{token}`", "`GET /releases/{id}/attachments/{file}`");

    private static final String PARAMETERS = "/feeds/releases.json?";

    @Test
    void theCommandsAreThoseOfTheTableAndHaveItsOptions() throws Exception {
        var commands = new CommandDesk().commandLine().getSubcommands();
        var rows = InterfacePage.table("| command |");

        assertThat(rows.stream()
                        .map(row -> InterfacePage.code(row).get(0).split(" ", 2)[0])
                        .collect(Collectors.toSet()))
                .isEqualTo(commands.keySet());
        for (var row : rows) {
            var command =
                    requireNonNull(commands.get(InterfacePage.code(row).get(0).split(" ", 2)[0]));
            assertThat(command.getCommandSpec().optionsMap().keySet())
                    .as(row)
                    .containsAll(InterfacePage.found(OPTION, row))
                    .contains("--help");
        }
    }

    @Test
    void aLineOfIssuesHasTheFieldsThatAreNamed() throws Exception {
        var line = InterfacePage.table("| command |").stream()
                .filter(row -> row.startsWith("| `issues`"))
                .map(row -> InterfacePage.code(row).stream()
                        .filter(word -> word.startsWith("{\"id\""))
                        .findFirst()
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
        var progress = new Progress(new Tally(1, "daily", "2026-11-23", 0, 0, 0, 0, 0, 0, 0), 0);

        assertThat(progress.figures().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        FIELD.matcher(line).results().map(each -> each.group(1)).toList());
    }

    @Test
    void eachAddressAnswers() throws Exception {
        try (var tiedote = RunningTiedote.start(TestDatabase.fresh(), "--tiedote.sources=")) {
            var addresses = new TreeSet<>(
                    InterfacePage.found(Pattern.compile("`(GET |POST )?/[a-z][^` {}]*`"), InterfacePage.text()));
            assertThat(addresses).hasSizeGreaterThan(15);
            for (var address : addresses) {
                assertThat(status(tiedote, address)).as(address).isNotIn(404, 405, 500, 503);
            }
            for (var parameter : List.of("lang", "topic", "area", "source", "limit", "before")) {
                assertThat(status(tiedote, PARAMETERS + parameter + "=nonsense"))
                        .as(parameter)
                        .isIn(400, 404);
            }
            assertThat(status(tiedote, PARAMETERS + "q=uimahalli")).isEqualTo(200);
            assertThat(status(tiedote, PARAMETERS + "invented=uimahalli")).isEqualTo(301);
        }
    }

    /** Of each kind one that is there. */
    @Test
    void eachAddressWithSomethingToFillInAnswers() throws Exception {
        try (var tiedote = RunningTiedote.start(TestDatabase.fresh(), "--tiedote.sources=")) {
            var examples = new Examples(tiedote);
            var addresses = new TreeSet<>(
                    InterfacePage.found(Pattern.compile("`(GET |POST )?/[a-z][^` ]*\\{[^` ]*`"), InterfacePage.text()));
            assertThat(addresses.removeAll(ELSEWHERE)).isTrue();
            assertThat(addresses).hasSizeGreaterThan(9);
            for (var address : addresses) {
                assertThat(status(tiedote, examples.of(address))).as(address).isNotIn(404, 405, 410, 500, 503);
            }
        }
    }

    private static int status(RunningTiedote tiedote, String named) throws Exception {
        var words = named.replace("`", "").split(" ", 2);
        var request = HttpRequest.newBuilder(tiedote.at(words[words.length - 1]))
                .method(words.length == 2 ? words[0] : "GET", BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
