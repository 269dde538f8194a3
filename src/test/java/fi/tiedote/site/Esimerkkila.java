package fi.tiedote.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.RunningTiedote;
import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.NewsDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** A city whose pages the tests visit: started once, with a few releases. */
class Esimerkkila {
    private static final AtomicInteger COUNT = new AtomicInteger();
    static final Esimerkkila CITY = new Esimerkkila();

    final TestDatabase database = TestDatabase.fresh();
    final RunningTiedote tiedote = RunningTiedote.start(
            database,
            "--tiedote.home=" + home(),
            "--tiedote.topics[0].slug=liikunta",
            "--tiedote.topics[0].names.fi=Liikunta",
            "--tiedote.topics[0].names.sv=Motion",
            "--tiedote.topics[0].names.en=Sports",
            "--tiedote.topics[1].slug=kulttuuri",
            "--tiedote.topics[1].names.fi=Kulttuuri",
            "--tiedote.topics[1].names.sv=Kultur",
            "--tiedote.topics[1].names.en=Culture",
            "--tiedote.areas[0].slug=keskusta",
            "--tiedote.areas[0].names.fi=Keskusta",
            "--tiedote.areas[0].names.sv=Centrum",
            "--tiedote.areas[0].names.en=Centre");
    final long finnish = publish("uimahalli", Language.FI, "Uimahalli avataan <b>remontin</b> jälkeen", "liikunta");
    final long swedish = publish("uimahalli", Language.SV, "Simhallen öppnar efter renoveringen", "liikunta");
    final long english = publish("uimahalli", Language.EN, "The swimming hall reopens", "liikunta");

    private final HttpClient client = HttpClient.newHttpClient();

    HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return ask("POST", path, body, headers);
    }

    HttpResponse<String> postForm(String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        return post(path, body, all);
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(tiedote.at(path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String table) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    long publish(String content, Language language, String title, String topic) {
        var body = "<p>Kaupunki kertoo: ovet aukeavat maanantaina kello kuusi, ja kaikki ovat tervetulleita.</p>"
                + "<h2>Aukioloajat</h2><ul><li>ma–pe 6–21</li><li>la–su 9–18</li></ul>";
        return tiedote.bean(NewsDesk.class)
                .keep(Drafts.of(content + "." + language.code(), content, language, title, body, Set.of(topic)))
                .id();
    }

    /** Somebody who gets all English releases daily. */
    long subscriber() {
        var address = "leaver" + COUNT.incrementAndGet() + "@example.org";
        postForm("/confirm/" + requested("email=" + address.replace("@", "%40") + "&lang=en&cadence=daily"), "");
        return database.jdbc()
                .sql("SELECT id FROM subscriber WHERE address = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    /** The id of a letter that the mailbox of this machine has. */
    String letter() {
        requested("email=letter%40example.org&lang=fi");
        var newest = "/mailbox/api/messages?limit=1";
        await().until(() -> get(newest).body().contains("\"id\""));
        return get(newest).body().replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
    }

    /** The token of a new request; it is stored as a hash only, so the test puts its own there. */
    String requested(String form) {
        assertThat(postForm("/subscribe", form).statusCode()).isEqualTo(303);
        var token = "%032x".formatted(COUNT.incrementAndGet());
        database.jdbc().sql("""
                        UPDATE confirmation SET token_hash = sha256(convert_to(:token, 'UTF8'))
                         WHERE id = (SELECT max(id) FROM confirmation)
                        """).param("token", token).update();
        return token;
    }

    /** The repository's settings and templates without its samples: the releases are the tests'. */
    private static Path home() {
        try {
            var home = Path.of("target", "site-home");
            FileSystemUtils.deleteRecursively(home);
            FileSystemUtils.copyRecursively(Path.of("templates"), home.resolve("templates"));
            FileSystemUtils.copyRecursively(Path.of("config"), home.resolve("config"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
