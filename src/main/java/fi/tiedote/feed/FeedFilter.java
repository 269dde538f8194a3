package fi.tiedote.feed;

import fi.tiedote.release.Vocabulary;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/**
 * Answers the requests for feeds, as a filter in front of all others: most readers come for bytes that are kept already,
 * and nobody needs a cookie or a challenge for them.
 */
class FeedFilter extends HttpFilter {
    private final transient Editions editions;
    private final transient Directions directions;
    private final transient Edition directory;

    /** @param directory of all feeds; it changes with the settings only */
    FeedFilter(Editions editions, Vocabulary vocabulary, Edition directory) {
        this.editions = editions;
        this.directions = new Directions(Address.FOLDER, vocabulary);
        this.directory = directory;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var exchange = new Exchange(request, response, Label.PUBLIC);
        var fresh = exchange.isReading() ? editions.fresh(exchange.path()) : null;
        if (fresh != null) {
            exchange.open();
            exchange.send(fresh);
        } else if (request.getRequestURI().equals(Opml.PATH)) {
            exchange.read(() -> exchange.send(directory));
        } else {
            look(exchange, chain);
        }
    }

    private void look(Exchange exchange, FilterChain chain) throws IOException, ServletException {
        var way = directions.to(exchange.request().getRequestURI(), exchange.query());
        if (way.isEmpty()) {
            chain.doFilter(exchange.request(), exchange.response());
        } else {
            exchange.read(() -> go(way.get(), exchange));
        }
    }

    private void go(Directions.Way way, Exchange exchange) throws IOException {
        if (way.asked() instanceof Refusal refusal) {
            exchange.refuse(refusal);
        } else if (way.asked() instanceof Subject subject) {
            send(new Address(way.format(), subject), exchange);
        }
    }

    private void send(Address address, Exchange exchange) throws IOException {
        if (!address.path().equals(exchange.path())) {
            exchange.redirect(address.relative());
            return;
        }
        try {
            exchange.send(editions.current(address));
        } catch (DataAccessException away) {
            exchange.response().setHeader("Retry-After", Long.toString(Editions.REST.toSeconds()));
            exchange.refuse(new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE, "The feed cannot be made just now. Please try again soon."));
        }
    }
}
