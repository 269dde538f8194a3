package fi.tiedote.reading;

import fi.tiedote.release.Contact;
import java.text.Normalizer;
import java.util.Locale;

/** Makes addresses of names where a release only says how: {@code etunimi.sukunimi@example.fi}. */
class Mailboxes {
    private Mailboxes() {}

    /** @param domain of the pattern; empty without one */
    static Contact filled(Contact contact, String domain) {
        if (domain.isEmpty() || !contact.email().isEmpty() || !Named.isName(contact.name())) {
            return contact;
        }
        var words = contact.name().split(" ", -1);
        var local = words[0] + "." + words[words.length - 1];
        return new Contact(
                contact.name(),
                contact.title(),
                contact.organisation(),
                contact.telephone(),
                plain(local) + "@" + domain);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z.-]", "");
    }
}
