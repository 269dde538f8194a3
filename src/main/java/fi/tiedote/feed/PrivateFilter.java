package fi.tiedote.feed;

import fi.tiedote.network.Turnstile;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/**
 * Lets accredited journalists to what is below their address, and nobody else. Whether they still may is asked of the
 * database each time, so that an address that is taken back ends at once on every node.
 */
class PrivateFilter extends HttpFilter {
    private static final Pattern PATH = Pattern.compile(Pattern.quote(Accreditation.FOLDER) + "([\\w-]{43})/(.*)");
    private static final int READINGS = 120;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final transient Accreditation accreditation;
    private final transient ReadingCount readings;
    private final transient PrivateFeeds feeds;
    private final transient Turnstile turnstile;

    PrivateFilter(Accreditation accreditation, ReadingCount readings, PrivateFeeds feeds, Clock clock) {
        this.accreditation = accreditation;
        this.readings = readings;
        this.feeds = feeds;
        this.turnstile = new Turnstile(READINGS, PERIOD, clock);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var exchange = new Exchange(request, response, Label.PRIVATE);
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        var path = PATH.matcher(request.getRequestURI());
        if (!path.matches()) {
            exchange.refuse(new Refusal(HttpStatus.NOT_FOUND, "There is no such address."));
        } else if (admit(path.group(1), exchange)) {
            show(path.group(1), path.group(2).isEmpty(), exchange, chain);
        }
    }

    private boolean admit(String token, Exchange exchange) throws IOException {
        try {
            var journalist = accreditation.whose(token);
            if (journalist.isEmpty()) {
                exchange.refuse(new Refusal(HttpStatus.NOT_FOUND, "There is no such address."));
                return false;
            }
            return admit(journalist.get(), exchange);
        } catch (DataAccessException away) {
            exchange.refuse(new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "Please try again soon."));
            return false;
        }
    }

    private boolean admit(Journalist journalist, Exchange exchange) throws IOException {
        if (!journalist.isAccredited()) {
            exchange.refuse(new Refusal(HttpStatus.GONE, "This address has been taken back. Ask the press office."));
            return false;
        }
        readings.add(journalist);
        var wait = turnstile.pass(Long.toString(journalist.id()));
        if (wait.isPresent()) {
            exchange.response()
                    .setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
            exchange.refuse(new Refusal(HttpStatus.TOO_MANY_REQUESTS, "This address is asked too often."));
        }
        return wait.isEmpty();
    }

    /** The page of a journalist is one of the pages; what is below it are feeds. */
    private void show(String token, boolean page, Exchange exchange, FilterChain chain)
            throws IOException, ServletException {
        if (page) {
            exchange.request().setAttribute(Accreditation.class.getName(), token);
            chain.doFilter(exchange.request(), exchange.response());
        } else {
            exchange.read(() -> feeds.answer(Accreditation.FOLDER + token + "/", exchange));
        }
    }
}
