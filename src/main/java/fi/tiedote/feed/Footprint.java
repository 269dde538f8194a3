package fi.tiedote.feed;

import fi.tiedote.release.Release;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which releases a page shows or buries, in as little room as possible. It may take one for another, never miss one. */
final class Footprint {
    static final Footprint NONE = new Footprint(new long[0]);

    private final long[] marks;

    private Footprint(long[] marks) {
        this.marks = marks;
    }

    static Footprint of(FeedPage page) {
        return new Footprint(Stream.of(page.releases(), page.withdrawn())
                .flatMap(Collection::stream)
                .flatMapToLong(Footprint::marks)
                .distinct()
                .sorted()
                .toArray());
    }

    /** Or another language version of what it shows. */
    boolean shows(News news) {
        return has(news.release().id())
                || has(mark(news.release().contentId()))
                || news.versions().stream().anyMatch(version -> has(version.id()));
    }

    private boolean has(long mark) {
        return Arrays.binarySearch(marks, mark) >= 0;
    }

    /** Bytes in memory, roughly. */
    int weight() {
        return marks.length * Long.BYTES;
    }

    private static LongStream marks(Release release) {
        return LongStream.of(release.id(), mark(release.contentId()));
    }

    private static long mark(UUID content) {
        return content.getMostSignificantBits() ^ content.getLeastSignificantBits();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Footprint same && Arrays.equals(marks, same.marks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(marks);
    }
}
