package fi.tiedote.reading;

import fi.tiedote.release.Contact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads contacts from the end of a release, one to a line or one to several lines; what is none is given back. */
class People {
    private static final int MOST_WORDS = 16;
    private final List<Contact> found = new ArrayList<>();
    private final List<Line> rest = new ArrayList<>();
    private final List<Line> linesOfCurrent = new ArrayList<>();
    private @Nullable Contact current;
    private @Nullable Line title;
    private String pattern = "";

    static People in(List<Line> lines) {
        return in(lines, "");
    }

    /** @param inline what the first line says besides being a heading; empty where it is none */
    static People in(List<Line> lines, String inline) {
        var people = new People();
        for (var at = 0; at < lines.size(); at++) {
            var whole = lines.get(at);
            var line = at == 0 && !inline.isEmpty() ? new Line(inline, false) : whole;
            people.pattern = people.pattern.isEmpty() ? Reach.of(line.text()).pattern() : people.pattern;
        }
        for (var at = 0; at < lines.size(); at++) {
            var whole = lines.get(at);
            var parts = Enumerated.of(at == 0 && !inline.isEmpty() ? new Line(inline, false) : whole);
            people.read(parts.get(0), whole);
            parts.subList(1, parts.size()).forEach(part -> people.read(part, part));
        }
        people.finish();
        return people;
    }

    /** Each once; who has no address of their own has the one that the pattern makes of the name. */
    List<Contact> contacts() {
        return found.stream()
                .map(contact -> Mailboxes.filled(contact, pattern))
                .distinct()
                .toList();
    }

    List<Line> rest() {
        return List.copyOf(rest);
    }

    /** @param whole what is given back when the line is no contact */
    private void read(Line line, Line whole) {
        var reach = Reach.of(line.text());
        if (reach.isAll() || isPatternOnly(reach)) {
            reachable(whole, reach);
        } else if (!reach.isEmpty() && begins(whole, reach)) {
            return;
        } else if (current != null && isOpen(current) && !line.endsSentence() && !Named.isName(line.text())) {
            describe(whole, current);
        } else if (reach.isEmpty() && !line.endsSentence() && ContactRow.mayBegin(line.text())) {
            begins(whole, reach);
        } else if (reach.isEmpty() && Titles.isLine(line.text())) {
            finish();
            title = whole;
        } else {
            finish();
            rest.add(whole);
        }
    }

    /** {@code Sähköpostit: etunimi.sukunimi@example.fi} is about everybody. */
    private static boolean isPatternOnly(Reach reach) {
        return !reach.pattern().isEmpty()
                && reach.telephone().isEmpty()
                && reach.rest().split(" ").length <= 4
                && !Named.hasName(reach.rest());
    }

    private boolean begins(Line whole, Reach reach) {
        if (reach.rest().split(" ").length > MOST_WORDS) {
            return false;
        }
        var contacts = ContactRow.of(reach);
        if (contacts.isEmpty()) {
            return false;
        }
        var before = title;
        title = null;
        finish();
        contacts.subList(0, contacts.size() - 1).forEach(found::add);
        var last = contacts.get(contacts.size() - 1);
        current = last;
        if (before != null && last.title().isEmpty()) {
            current = new Contact(last.name(), before.text(), last.organisation(), last.telephone(), last.email());
            linesOfCurrent.add(before);
        } else if (before != null) {
            rest.add(before);
        }
        linesOfCurrent.add(whole);
        return true;
    }

    private void reachable(Line line, Reach reach) {
        if (current == null) {
            if (reach.pattern().isEmpty() || found.isEmpty()) {
                rest.add(line);
            }
            return;
        }
        linesOfCurrent.add(line);
        current = new Contact(
                current.name(),
                current.title(),
                current.organisation(),
                current.telephone().isEmpty() ? reach.telephone() : current.telephone(),
                current.email().isEmpty() ? reach.email() : current.email());
    }

    private void describe(Line line, Contact contact) {
        linesOfCurrent.add(line);
        var text = line.text();
        var titled = !contact.title().isEmpty();
        var swapped = titled && !Titles.isLine(contact.title()) && Titles.isLine(text);
        current = new Contact(
                contact.name(),
                titled && !swapped ? contact.title() : text,
                titled ? (swapped ? contact.title() : text) : contact.organisation(),
                "",
                "");
    }

    private static boolean isOpen(Contact contact) {
        return contact.telephone().isEmpty()
                && contact.email().isEmpty()
                && (contact.title().isEmpty() || contact.organisation().isEmpty());
    }

    private boolean isReachedByPattern(Contact contact) {
        return !pattern.isEmpty() && !contact.title().isEmpty() && Named.isName(contact.name());
    }

    /** A name without a number is no contact: its lines stay in the text. */
    private void finish() {
        if (title != null) {
            rest.add(title);
            title = null;
        }
        if (current != null) {
            var reachable = !current.telephone().isEmpty() || !current.email().isEmpty() || isReachedByPattern(current);
            if (reachable) {
                found.add(current);
            } else {
                rest.addAll(linesOfCurrent);
            }
        }
        current = null;
        linesOfCurrent.clear();
    }
}
