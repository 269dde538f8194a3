package fi.tiedote.reading;

import fi.tiedote.release.Contact;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Finds the people to ask in HTML, below a heading that announces them. */
class Askable {
    private static final List<String> ANNOUNCED = List.of(
            "lisäti",
            "tiedustelu",
            "kysely",
            "yhtey",
            "haastattelu",
            "information",
            "info",
            "upplysning",
            "uppgift",
            "förfråg",
            "kontakt",
            "contact",
            "details",
            "nquir");

    private Askable() {}

    private static boolean isAnnounced(String text) {
        for (var word : ANNOUNCED) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** @return the people, who are no longer in the body then */
    static List<Contact> cut(Element body, String text) {
        if (!isAnnounced(text.toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        var rows = Printed.rows(body);
        var lines = rows.stream().map(Printed.Row::line).toList();
        if (!Colophon.isHeaded(lines)) {
            return List.of();
        }
        var colophon = Colophon.of(lines);
        if (!colophon.contacts().isEmpty()) {
            var kept = Collections.<Line>newSetFromMap(new IdentityHashMap<>());
            kept.addAll(colophon.body());
            rows.stream().filter(row -> !kept.contains(row.line())).forEach(row -> Printed.cut(row, body));
        }
        return colophon.contacts();
    }
}
