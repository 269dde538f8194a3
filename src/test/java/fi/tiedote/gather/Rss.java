package fi.tiedote.gather;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds of RSS as a museum would publish them. */
class Rss {
    private Rss() {}

    static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Museo</title><link>" + URI.create("https://example.org")
                + "</link><description>d</description>"
                + Arrays.stream(items).collect(Collectors.joining()) + "</channel></rss>";
    }

    static String[] items(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> item("id" + at, "Otsikko " + at, "20 Nov 2026"))
                .toArray(String[]::new);
    }

    static String item(String id, String title, String day) {
        return "<item><guid>%s</guid><title>%s</title><pubDate>%s 10:00:00 GMT</pubDate><description>Teksti.</description></item>"
                .formatted(id, title, day);
    }
}
