package fi.tiedote.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets behind the links in letters; never deleted, since a link to unsubscribe never expires. */
@Repository
public class SealKeys {
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    public SealKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By id; the first is made by whichever node comes first. */
    NavigableMap<Integer, byte[]> all() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        jdbc.sql("INSERT INTO seal_key VALUES (1, :secret, :now) ON CONFLICT DO NOTHING")
                .param("secret", secret)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var keys = new TreeMap<Integer, byte[]>();
        jdbc.sql("SELECT id, secret FROM seal_key")
                .query((row, number) -> keys.put(row.getInt("id"), row.getBytes("secret")))
                .list();
        return keys;
    }
}
