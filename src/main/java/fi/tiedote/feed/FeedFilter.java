package fi.tiedote.feed;

import fi.tiedote.release.Vocabulary;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/**
 * Answers the requests for feeds, as a filter in front of all others: most readers come for bytes that are kept already,
 * and nobody needs a cookie or a challenge for them.
 */
class FeedFilter extends HttpFilter {
    private final transient Editions editions;
    private final transient Vocabulary vocabulary;
    private final transient Edition directory;

    /** @param directory of all feeds; it changes with the settings only */
    FeedFilter(Editions editions, Vocabulary vocabulary, Edition directory) {
        this.editions = editions;
        this.vocabulary = vocabulary;
        this.directory = directory;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var format = Format.at(request.getRequestURI());
        if (format.isEmpty() && !request.getRequestURI().equals(Opml.PATH)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            get(format, new Exchange(request, response));
        } else {
            response.setHeader("Allow", "GET, HEAD");
            new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "A feed can be read only.").answer(request, response);
        }
    }

    private void get(Optional<Format> format, Exchange exchange) throws IOException {
        if (format.isPresent()) {
            get(format.get(), exchange);
        } else {
            exchange.send(Opml.MEDIA_TYPE, directory);
        }
    }

    private void get(Format format, Exchange exchange) throws IOException {
        var query = exchange.request().getQueryString();
        var path = format.path() + (query == null ? "" : "?" + query);
        var fresh = editions.fresh(path);
        if (fresh != null) {
            exchange.send(format.mediaType(), fresh);
            return;
        }
        var asked = Enquiry.read(query == null ? "" : query, vocabulary);
        if (asked instanceof Refusal refusal) {
            refusal.answer(exchange.request(), exchange.response());
        } else if (asked instanceof FeedQuery page) {
            send(new Address(format, page), path, exchange);
        }
    }

    private void send(Address address, String path, Exchange exchange) throws IOException {
        if (!address.path().equals(path)) {
            exchange.redirect(address);
            return;
        }
        try {
            exchange.send(address.format().mediaType(), editions.current(address));
        } catch (DataAccessException away) {
            exchange.response().setHeader("Retry-After", Long.toString(Editions.REST.toSeconds()));
            new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "The feed cannot be made just now. Please try again soon.")
                    .answer(exchange.request(), exchange.response());
        }
    }
}
