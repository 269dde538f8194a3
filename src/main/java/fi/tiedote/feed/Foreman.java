package fi.tiedote.feed;

import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Hears that releases have changed. Feeds that are not concerned stay as they are; those that are, and that are asked for
 * again and again, are printed before anybody asks. All others are printed when they are asked for.
 */
class Foreman {
    private static final Logger LOG = LoggerFactory.getLogger(Foreman.class);

    /** More changes than that at once are an import, of which any feed may tell. */
    private static final int MOST_NEWS = 50;

    /** More feeds than that are not printed ahead after a change. */
    private static final int MOST_FEEDS = 200;

    /** No release has this id. */
    private static final String NOTHING = "0";

    private final Editions editions;
    private final Releases releases;
    private final Executor desk;
    private final Executor printers;
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    /** @param desk does one thing after the other */
    Foreman(Editions editions, Releases releases, Executor desk, Executor printers) {
        this.editions = editions;
        this.releases = releases;
        this.desk = desk;
        this.printers = printers;
    }

    /** @param release its id; empty where any may have changed */
    private record Heard(long generation, String release) {}

    /**
     * Returns at once. To be called by one thread at a time.
     *
     * @param release its id; empty where any may have changed
     */
    void hear(String release) {
        heard.add(new Heard(editions.outdate(), release));
        desk.execute(this::judge);
    }

    /**
     * What is done for the first time is slow: prints each format, and judges a change that concerns nothing, before anybody
     * waits for it. Returns at once.
     */
    void rehearse() {
        for (var format : Format.values()) {
            printers.execute(() -> print(new Address(format, FeedQuery.of(Selection.EVERYTHING))));
        }
        desk.execute(() -> judge(new Heard(0, NOTHING)));
    }

    private void judge() {
        var batch = new ArrayList<Heard>();
        heard.drainTo(batch);
        if (!batch.isEmpty()) {
            judge(batch.toArray(Heard[]::new));
        }
    }

    private void judge(Heard... batch) {
        var before = batch[0].generation() - 1;
        var now = batch[batch.length - 1].generation();
        try {
            judge(editions.outdated(before, now), changed(batch), now);
        } catch (DataAccessException away) {
            LOG.warn("feeds wait until they are asked for: {}", away.getMessage());
        }
    }

    private void judge(List<Shelf.Copy> copies, Set<String> changed, long now) {
        if (changed.contains("") || changed.size() > MOST_NEWS) {
            print(copies);
            return;
        }
        var ids = changed.stream().map(Long::valueOf).toList();
        var bulletin = Bulletin.of(releases, ids);
        var plain = copies.stream().filter(copy -> !isSearch(copy)).toList();
        var searches = copies.stream().filter(Foreman::isSearch).toList();
        judge(plain, bulletin, now);
        judge(searches, bulletin.searching(subjects(searches)), now);
    }

    private void judge(List<Shelf.Copy> copies, Bulletin bulletin, long now) {
        var concerned = new ArrayList<Shelf.Copy>();
        for (var copy : copies) {
            if (bulletin.concerns(copy.subject(), copy.edition())) {
                concerned.add(copy);
            } else {
                copy.outlast(now);
            }
        }
        print(concerned);
    }

    private static boolean isSearch(Shelf.Copy copy) {
        return !copy.subject().words().isEmpty();
    }

    private void print(List<Shelf.Copy> concerned) {
        concerned.stream()
                .filter(Shelf.Copy::isAsked)
                .limit(MOST_FEEDS)
                .forEach(copy -> printers.execute(() -> print(copy.address())));
    }

    private void print(Address address) {
        try {
            editions.current(address);
        } catch (DataAccessException away) {
            LOG.warn("a feed waits until it is asked for: {}", away.getMessage());
        }
    }

    private static Set<String> changed(Heard... batch) {
        return Stream.of(batch).map(Heard::release).collect(Collectors.toSet());
    }

    private static Set<Subject> subjects(List<Shelf.Copy> copies) {
        return copies.stream().map(Shelf.Copy::subject).collect(Collectors.toSet());
    }
}
