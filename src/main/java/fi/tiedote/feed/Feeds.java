package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where the feeds of this installation are. */
@Component
public class Feeds {
    private final City city;

    public Feeds(City city) {
        this.city = city;
    }

    /** The one public address of a selection's feed. */
    public URI address(Selection selection, Format format) {
        return address(Scope.of(selection), format);
    }

    public URI address(Scope scope, Format format) {
        return city.at(path(scope, format));
    }

    /** The same from the root of this installation; it begins with a slash and may have a query. */
    public String path(Selection selection, Format format) {
        return path(Scope.of(selection), format);
    }

    public String path(Scope scope, Format format) {
        return new Address(format, FeedQuery.of(scope)).path();
    }

    /** Where the versions of a release are told. */
    public String history(long release, Format format) {
        return new Address(format, new History(release)).path();
    }
}
