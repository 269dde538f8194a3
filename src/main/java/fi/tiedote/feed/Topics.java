package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.release.Vocabulary;
import java.util.Optional;

/** The feeds that the hub pushes: first pages at their one address. */
record Topics(City city, Vocabulary vocabulary) {
    Optional<Address> at(String url) {
        var base = city.baseUrl().toString();
        return url.startsWith(base) ? of(url.substring(base.length())) : Optional.empty();
    }

    /** @param path with its query, as the hub keeps it */
    Optional<Address> of(String path) {
        var question = path.indexOf('?');
        var format = Format.at(question < 0 ? path : path.substring(0, question));
        return format.isPresent()
                        && Enquiry.read(question < 0 ? "" : path.substring(question + 1), vocabulary)
                                instanceof FeedQuery query
                ? Optional.of(new Address(format.get(), query))
                        .filter(address -> address.path().equals(path) && query.before() == null)
                : Optional.empty();
    }
}
