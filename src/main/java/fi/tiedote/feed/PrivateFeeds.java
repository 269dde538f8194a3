package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.release.Vocabulary;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/** Prints the feeds below a journalist's address, for each request anew: no copy of them is kept anywhere. */
record PrivateFeeds(Press press, City city, Vocabulary vocabulary) {
    /** @param folder of one journalist */
    void answer(String folder, Exchange exchange) throws IOException {
        var way = new Directions(folder, vocabulary)
                .to(exchange.request().getRequestURI(), exchange.query())
                .orElse(null);
        if (way == null) {
            exchange.refuse(new Refusal(HttpStatus.NOT_FOUND, "There is no such feed."));
        } else if (way.asked() instanceof Refusal refusal) {
            exchange.refuse(refusal);
        } else if (way.asked() instanceof Subject subject) {
            send(new Address(way.format(), subject), folder, exchange);
        }
    }

    private void send(Address address, String folder, Exchange exchange) throws IOException {
        if (!exchange.path().equals(folder + address.subject().file(address.format()))) {
            exchange.redirect(address.relative());
            return;
        }
        try {
            exchange.send(press.early(new Links(city, folder, false)).print(address));
        } catch (DataAccessException away) {
            exchange.refuse(new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE, "The feed cannot be made just now. Please try again soon."));
        }
    }
}
