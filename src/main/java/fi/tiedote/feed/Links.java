package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Release;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The addresses that feeds carry, all absolute.
 *
 * @param folder where the feeds are, between slashes
 * @param pushed whether the hub pushes them
 */
record Links(City city, String folder, boolean pushed) {
    /** RFC 6838 §4.2, without parameters. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-zA-Z0-9][\\w!#$&^.+-]{0,126}/[a-zA-Z0-9][\\w!#$&^.+-]{0,126}");

    /** Those of the public feeds. */
    Links(City city) {
        this(city, Address.FOLDER, true);
    }

    String home() {
        return city.at("/").toString();
    }

    String hub() {
        return city.at("/hub").toString();
    }

    String absolute(String path) {
        return city.at(path).toString();
    }

    /** What WebSub looks for in a header (§4). */
    String discovery(Address address) {
        return isPushed(address.subject())
                ? "<" + hub() + ">; rel=\"hub\", <" + absolute(address.path()) + ">; rel=\"self\""
                : "";
    }

    /** Where people read what feeds are. */
    String about() {
        return city.at("/feeds").toString();
    }

    /** The hub pushes first pages only. */
    boolean isPushed(Subject subject) {
        return pushed && subject.isFirst();
    }

    String feed(Format format, Subject subject) {
        return city.at(folder + subject.file(format)).toString();
    }

    String release(long id) {
        return city.at("/releases/" + id).toString();
    }

    /** Names a vocabulary, so that equal slugs of two cities or two vocabularies stay apart. */
    String vocabulary(String name) {
        return city.at("/" + name).toString();
    }

    /** Permanent: it tells neither title nor address. */
    static String id(UUID uuid) {
        return "urn:uuid:" + uuid;
    }

    /** The attachments that a reader can fetch. */
    List<Attachment> fetchable(Release release) {
        return release.attachments().stream()
                .map(attachment -> attachment.of(release.id(), city))
                .filter(Links::isOnTheWeb)
                .map(Links::typed)
                .toList();
    }

    /** What its source calls its type may be anything; formats know media types only. */
    private static Attachment typed(Attachment file) {
        var type = MEDIA_TYPE.matcher(file.type()).matches() ? file.type() : "";
        return new Attachment(Absolute.url(file.url()), type, file.bytes(), file.alt(), file.credit());
    }

    private static boolean isOnTheWeb(Attachment attachment) {
        var scheme = attachment.url().getScheme();
        return scheme != null
                && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                && attachment.url().getHost() != null;
    }
}
