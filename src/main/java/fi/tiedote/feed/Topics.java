package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.release.Vocabulary;
import java.util.Optional;

/** The feeds that the hub pushes: first pages at their one address. */
record Topics(City city, Directions directions) {
    Topics(City city, Vocabulary vocabulary) {
        this(city, new Directions(Address.FOLDER, vocabulary));
    }

    Optional<Address> at(String url) {
        var base = city.baseUrl().toString();
        return url.startsWith(base) ? of(url.substring(base.length())) : Optional.empty();
    }

    /** @param path with its query, as the hub keeps it */
    Optional<Address> of(String path) {
        var question = path.indexOf('?');
        return directions
                .to(question < 0 ? path : path.substring(0, question), question < 0 ? "" : path.substring(question + 1))
                .filter(way -> way.asked() instanceof Subject subject && subject.isFirst())
                .map(way -> new Address(way.format(), (Subject) way.asked()))
                .filter(address -> address.path().equals(path));
    }
}
