package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.tiedote.city.City;
import jakarta.servlet.ServletRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gives journalists an address of their own, under which they read releases before their moment, and takes it back. */
@Service
public class Accreditation {
    static final String FOLDER = "/feeds/private/";

    private static final int LONGEST_NAME = 200;
    private static final int TOKEN_BYTES = 32;

    private final Journalists journalists;
    private final City city;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Accreditation(Journalists journalists, City city, Clock clock) {
        this.journalists = journalists;
        this.city = city;
        this.clock = clock;
    }

    /** @param address of the page that lists the feeds; it cannot be told again */
    public record Granted(long id, URI address) {}

    /** @param name by which the press office knows who it is, at most 200 characters and one line */
    public Granted grant(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name must be one line of at most " + LONGEST_NAME + " characters");
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = journalists.add(name.strip(), hash(token), clock.instant());
        return new Granted(id, city.at(FOLDER + token + "/"));
    }

    public List<Journalist> all() {
        return journalists.all();
    }

    /** From the next request on. @return whether there is such a journalist */
    public boolean revoke(long id) {
        return journalists.revoke(id, clock.instant());
    }

    /** @return whether a request has been let in below a journalist's address */
    public static boolean letIn(ServletRequest request) {
        return request.getAttribute(Accreditation.class.getName()) != null;
    }

    Optional<Journalist> whose(String token) {
        return journalists.of(hash(token));
    }

    /** Tokens are random bits, so one round is enough. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
