package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What answers with JSON has the fields that docs/interface.md names, neither more nor fewer. */
class InterfaceFieldsTests {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z_]*");
    private static final String FEED = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi"><id>urn:x</id><title>Museo</title>
            <subtitle>Uutiset</subtitle><rights>CC</rights><author><name>Aino</name></author>
            <link href="https://example.org/"/><updated>2026-09-02T10:15:00Z</updated>
            <entry><id>urn:a</id><title>Eka</title><link href="https://example.org/a"/><summary>Lyhyesti</summary>
            <link rel="enclosure" href="https://example.org/a.pdf" type="application/pdf" length="9"/>
            <author><name>Aino</name></author><category term="museot"/>
            <published>2026-09-02T10:15:00Z</published><updated>2026-09-03T10:15:00Z</updated>
            <content type="html">&lt;p>Museo avataan.&lt;/p>&lt;h2>Lisätietoja&lt;/h2>&lt;p>johtaja Aino Esimerkki, puh. 040 000
            0001&lt;/p></content></entry></feed>
            """;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private String[] settings = database.settings();

    @Test
    void inspect() throws Exception {
        var file = Files.writeString(folder.resolve("feed.xml"), FEED);

        assertThat(fields(line("inspect", file.toString()))).isEqualTo(named("A line of `inspect` is"));
    }

    @Test
    void discoverAndHealth() throws Exception {
        try (var server = new FakeSource()) {
            server.shows("/", "application/atom+xml", FEED);
            settings = Stream.of(database.settings(), new String[] {
                        "--tiedote.sources[0].key=museum",
                        "--tiedote.sources[0].kind=feed",
                        "--tiedote.sources[0].url=" + server.url().resolve("/"),
                        "--tiedote.sources[0].intranet=true"
                    })
                    .flatMap(Stream::of)
                    .toArray(String[]::new);

            assertThat(fields(line(
                            "gather", "--discover", server.url().resolve("/").toString(), "--intranet")))
                    .isEqualTo(named("A line of `gather --discover` is"));
            assertThat(fields(line("gather", "--health", "museum"))).isEqualTo(named("A line of `gather --health` is"));
        }
    }

    @Test
    void relaysAndTheMailbox() throws Exception {
        try (var tiedote = RunningTiedote.start(database, "--tiedote.sources=")) {
            ask(tiedote, "/subscribe", "email=aino%40example.org&lang=fi&cadence=daily");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ask(tiedote, "/mailbox/api/messages", "").size() == 1);
            assertThat(fields(ask(tiedote, "/mailbox/api/messages", "")))
                    .isEqualTo(named("- `GET /mailbox/api/messages` –"));

            database.jdbc()
                    .sql("INSERT INTO breaker VALUES ('mailbox', '', '5.7.1', 1, now(), now() + interval '1 hour')")
                    .update();
            assertThat(fields(ask(tiedote, "/actuator/relays", ""))).isEqualTo(named("`/actuator/relays` has"));
        }
    }

    /** What a command prints first. */
    private JsonNode line(String... command) {
        var out = new StringWriter();
        new CommandDesk(settings)
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(command);
        return JsonMapper.shared().readTree(out.toString().lines().findFirst().orElseThrow());
    }

    private static JsonNode ask(RunningTiedote tiedote, String path, String form) throws Exception {
        var request = HttpRequest.newBuilder(tiedote.at(path)).header("Content-Type", FORM);
        var answer = HttpClient.newHttpClient()
                .send(
                        form.isEmpty()
                                ? request.build()
                                : request.POST(BodyPublishers.ofString(form)).build(),
                        BodyHandlers.ofString());
        return form.isEmpty()
                ? JsonMapper.shared().readTree(answer.body())
                : JsonMapper.shared().nullNode();
    }

    /** Objects within lists count, too; but people are described elsewhere. */
    private static Set<String> fields(JsonNode node) {
        var fields = new TreeSet<String>();
        node.properties().forEach(entry -> {
            fields.add(entry.getKey());
            if (!entry.getKey().equals("contacts")) {
                fields.addAll(fields(entry.getValue()));
            }
        });
        if (node.isArray()) {
            node.forEach(each -> fields.addAll(fields(each)));
        }
        return fields;
    }

    /** The names in the first piece of code after some words. */
    private static Set<String> named(String words) throws Exception {
        var page = InterfacePage.text();
        assertThat(page).contains(words);
        var after = page.substring(page.indexOf(words) + words.length());
        var code = after.substring(after.indexOf('`') + 1).split("`", 2)[0];
        return NAME.matcher(code).results().map(each -> each.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
