package fi.tiedote.gather;

import fi.tiedote.reading.Item;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What this node saw at the last look at each source: an item that is the same to the letter, under the same rules, is kept
 * already. It counts only where nobody else has looked since. Safe to call from any thread.
 */
@Component
class Seen {
    /** Of all sources together, eight bytes and a little more each. */
    private static final int MOST = 200_000;

    private final Map<String, Items> sources = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    private record Items(long attempt, Set<Long> hashes) {}

    /** @param claim nobody has looked in between when its number is the next */
    Glance glance(Claim claim, boolean everything) {
        return new Glance(claim, everything ? Set.of() : before(claim));
    }

    private synchronized Set<Long> before(Claim claim) {
        var last = sources.get(claim.key());
        return last == null || last.attempt() + 1 != claim.attempt() ? Set.of() : last.hashes();
    }

    private synchronized void keep(Claim claim, Set<Long> hashes) {
        var before = sources.put(claim.key(), new Items(claim.attempt(), hashes));
        size += hashes.size() - (before == null ? 0 : before.hashes().size());
        var eldest = sources.values().iterator();
        while (size > MOST && eldest.hasNext()) {
            size -= eldest.next().hashes().size();
            eldest.remove();
        }
    }

    private static long hash(Item item) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(item.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One look. For one thread. */
    class Glance implements Harvest.Memory {
        private final Claim claim;
        private final Set<Long> before;
        private final Set<Long> now = new HashSet<>();

        private Glance(Claim claim, Set<Long> before) {
            this.claim = claim;
            this.before = before;
        }

        @Override
        public boolean isSame(Item item) {
            return !before.isEmpty() && before.contains(hash(item));
        }

        @Override
        public void kept(Item item) {
            now.add(hash(item));
        }

        /** A look that brought nothing has the items of the one before. */
        void end() {
            keep(claim, now.isEmpty() ? before : now);
        }
    }
}
