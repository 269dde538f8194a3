package fi.tiedote.gather;

import fi.tiedote.release.Contact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads contacts from the end of a release, one to a line or one to several lines; what is none is given back. */
class People {
    private static final int MOST_WORDS = 14;

    private final List<Contact> found = new ArrayList<>();
    private final List<Line> rest = new ArrayList<>();
    private final List<Line> linesOfCurrent = new ArrayList<>();
    private @Nullable Contact current;

    static People in(List<Line> lines) {
        var people = new People();
        lines.forEach(people::read);
        people.finish();
        return people;
    }

    List<Contact> contacts() {
        return List.copyOf(found);
    }

    List<Line> rest() {
        return List.copyOf(rest);
    }

    private void read(Line line) {
        var reach = Reach.of(line.text());
        if (reach.isAll()) {
            reachable(line, reach);
        } else if (!reach.isEmpty() && reach.rest().split(" ").length <= MOST_WORDS) {
            begin(line, ContactRow.of(reach));
        } else if (current != null && isOpen(current) && !line.endsSentence()) {
            describe(line, current);
        } else if (reach.isEmpty() && !line.endsSentence() && ContactRow.mayBegin(line.text())) {
            begin(line, ContactRow.of(reach));
        } else {
            finish();
            rest.add(line);
        }
    }

    private void begin(Line line, Contact contact) {
        finish();
        current = contact;
        linesOfCurrent.add(line);
    }

    private void reachable(Line line, Reach reach) {
        if (current == null) {
            rest.add(line);
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
        var titled = !contact.title().isEmpty();
        current = new Contact(
                contact.name(),
                titled ? contact.title() : line.text(),
                titled ? line.text() : contact.organisation(),
                "",
                "");
    }

    private static boolean isOpen(Contact contact) {
        return contact.telephone().isEmpty()
                && contact.email().isEmpty()
                && (contact.title().isEmpty() || contact.organisation().isEmpty());
    }

    /** A name without a number is no contact: its lines stay in the text. */
    private void finish() {
        if (current != null) {
            var reachable = !current.telephone().isEmpty() || !current.email().isEmpty();
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
