package fi.tiedote.delivery;

import fi.tiedote.city.City;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signs letters with the keys of the settings (DKIM), and says what the DNS must have for them. Thread-safe. */
@Component
public class Signers {
    private static final Logger LOG = LoggerFactory.getLogger(Signers.class);
    private static final byte[] NOTHING = {};

    private final List<Signer> signers;
    private final Clock clock;

    Signers(DeliverySettings settings, City city, Penmanship penmanship, Clock clock) {
        var keys = settings.signingKeys();
        this.signers = keys.stream()
                .map(key -> new Signer(key, city.timeZone(), penmanship))
                .toList();
        this.clock = clock;
        var sender = settings.domain(city);
        if (!keys.isEmpty() && keys.stream().noneMatch(key -> key.isAlignedWith(sender))) {
            LOG.warn("no key of tiedote.dkim is for {} or above it: DMARC does not count these signatures", sender);
        }
        if (!keys.isEmpty() && current(clock.instant()).isEmpty()) {
            LOG.warn("no key of tiedote.dkim has begun to sign: until then, letters leave without a signature");
        }
    }

    /** One line for each key, as zone files have it; also of those that do not sign yet or any more. */
    public List<String> records() {
        return signers.stream().map(Signer::zoneLine).toList();
    }

    /** Headers that go before all others of a letter; empty where there are no keys. */
    byte[] sign(Plate plate, Map<Slot, byte[]> values) {
        if (signers.isEmpty()) {
            return NOTHING;
        }
        var now = clock.instant();
        var canon = plate.canon();
        var headers = headers(canon, values);
        var bodyHash = canon.bodyHash(values);
        var signatures = new StringBuilder();
        for (var signer : current(now)) {
            signatures.append(signer.header(canon, headers, bodyHash, now));
        }
        return signatures.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Of each domain and kind of key, those that began last. */
    private List<Signer> current(Instant now) {
        var begun = signers.stream().filter(each -> each.hasBegun(now)).toList();
        return begun.stream()
                .filter(each -> begun.stream().noneMatch(other -> other.replaces(each)))
                .toList();
    }

    private static byte[] headers(Canon canon, Map<Slot, byte[]> values) {
        var headers = new ByteArrayOutputStream();
        try {
            canon.headersTo(headers, values);
        } catch (IOException e) {
            throw new AssertionError("memory has no such troubles", e);
        }
        return headers.toByteArray();
    }
}
