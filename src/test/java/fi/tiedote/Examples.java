package fi.tiedote;

import static org.awaitility.Awaitility.await;

import fi.tiedote.feed.Accreditation;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.NewsDesk;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses that are there, for those of the interface that have something to fill in. */
class Examples {
    private static final Pattern LINK = Pattern.compile("/(confirm|u|preferences)/([A-Za-z0-9_-]+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"?([^\",]+)");

    private final RunningTiedote tiedote;
    private final String message;
    private final String confirm;
    private final String letter;
    private final String journalist;

    /** A release, somebody who has asked for releases, and somebody who has got this one. */
    Examples(RunningTiedote tiedote) {
        this.tiedote = tiedote;
        ask("POST", "/subscribe", "email=bo%40example.org&lang=fi&cadence=immediate");
        ask("POST", "/confirm/" + token("confirm", source(messages(1).get(0))), "");
        tiedote.bean(NewsDesk.class).keep(Drafts.plain("a"));
        this.letter = source(messages(2).get(0));
        ask("POST", "/subscribe", "email=aino%40example.org&lang=fi&cadence=daily");
        this.message = messages(3).get(0);
        this.confirm = token("confirm", source(message));
        this.journalist = tiedote.bean(Accreditation.class)
                .grant("Aino Esimerkki")
                .address()
                .getPath();
    }

    String of(String address) {
        return address.replace("/mailbox/api/messages/{id}", "/mailbox/api/messages/" + message)
                .replace("/confirm/{token}", "/confirm/" + confirm)
                .replace("/u/{token}", "/u/" + token("u", letter))
                .replace("/preferences/{token}", "/preferences/" + token("preferences", letter))
                .replace("/feeds/private/{token}/", journalist)
                .replace("/releases/{id}", "/releases/1")
                .replace("{year}", "2026")
                .replace("{month}", "11");
    }

    /** Newest first. */
    private List<String> messages(int wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> ID.matcher(ask("GET", "/mailbox/api/messages", ""))
                                .results()
                                .map(each -> each.group(1))
                                .toList(),
                        found -> found.size() == wanted);
    }

    private String source(String id) {
        return ask("GET", "/mailbox/api/messages/" + id + ".eml", "").replace("=\r\n", "");
    }

    private static String token(String place, String source) {
        return LINK.matcher(source)
                .results()
                .filter(each -> each.group(1).equals(place))
                .map(each -> each.group(2))
                .findFirst()
                .orElseThrow();
    }

    private String ask(String method, String path, String form) {
        var request = HttpRequest.newBuilder(tiedote.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join()
                .body();
    }
}
