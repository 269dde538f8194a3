package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One page of one feed as it is sent: written, compressed and tagged once. Immutable: nobody writes into its bytes. */
final class Edition {
    /** Bytes that headers and the like take up. */
    private static final int LABELS = 4_000;

    private final String mediaType;
    private final byte[] plain;
    private final byte[] compressed;
    private final String digest;
    private final Instant modified;
    private final String link;
    private final @Nullable Refusal refusal;
    private final Footprint footprint;

    // As headers have them: a request that finds all ready costs a look.
    private final String contentType;
    private final String plainTag;
    private final String compressedTag;
    private final String date;
    private volatile @Nullable Label plainLabel;
    private volatile @Nullable Label compressedLabel;

    /**
     * @param mediaType without parameters; all is UTF-8
     * @param modified full seconds count, as in HTTP
     * @param link header of the answer; empty for none
     */
    Edition(String mediaType, byte[] plain, Instant modified, String link, Footprint footprint) {
        this(mediaType, plain, compress(plain), digest(plain), modified, link, null, footprint);
    }

    private Edition(
            String mediaType,
            byte[] plain,
            byte[] compressed,
            String digest,
            Instant modified,
            String link,
            @Nullable Refusal refusal,
            Footprint footprint) {
        this.mediaType = mediaType;
        this.refusal = refusal;
        this.footprint = footprint;
        this.link = link;
        this.plain = plain;
        this.compressed = compressed;
        this.digest = digest;
        this.contentType = mediaType + "; charset=utf-8";
        this.plainTag = '"' + digest + '"';
        this.compressedTag = '"' + digest + "-gzip\"";
        this.modified = modified.truncatedTo(ChronoUnit.SECONDS);
        this.date = RssWriter.date(this.modified);
    }

    /** What only the releases know to be nothing; kept as a feed is, so that nobody makes them look again and again. */
    static Edition refusing(Refusal refusal, Instant now) {
        var reason = refusal.reason().getBytes(UTF_8);
        return new Edition("", new byte[0], new byte[0], digest(reason), now, "", refusal, Footprint.NONE);
    }

    boolean isThere() {
        return refusal == null;
    }

    /** Why there is no feed; null where there is one. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /**
     * This edition where an earlier one was sent before. A release that goes, or that comes late with an old date, does not
     * move the newest date among the rest; yet readers who ask by date must hear of it.
     */
    Edition after(@Nullable Edition earlier, Instant now) {
        if (earlier == null) {
            return this;
        }
        if (!digest.equals(earlier.digest)) {
            return modified(now);
        }
        return footprint.equals(earlier.footprint) ? earlier : modified(earlier.modified);
    }

    private Edition modified(Instant moment) {
        return new Edition(mediaType, plain, compressed, digest, moment, link, refusal, footprint);
    }

    /** Whether it may say something of a release; where there is no feed, any release may be the reason for one. */
    boolean shows(News news) {
        return refusal != null || footprint.shows(news);
    }

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes(boolean gzip) {
        return gzip ? compressed : plain;
    }

    /** Strong: each of the two has its own. */
    String etag(boolean gzip) {
        return gzip ? compressedTag : plainTag;
    }

    /** Of what everybody may read. Made when it is asked for first: many editions are sent in one form, if at all. */
    Label label(boolean gzip) {
        var there = gzip ? compressedLabel : plainLabel;
        if (there != null) {
            return there;
        }
        var made = Label.of(this, gzip, Label.PUBLIC);
        if (gzip) {
            compressedLabel = made;
        } else {
            plainLabel = made;
        }
        return made;
    }

    /** When it was modified, as HTTP writes it. */
    String date() {
        return date;
    }

    Instant modified() {
        return modified;
    }

    String link() {
        return link;
    }

    /** Bytes in memory, roughly. */
    int weight() {
        return plain.length + compressed.length + footprint.weight() + LABELS;
    }

    private static byte[] compress(byte[] plain) {
        var compressed = new ByteArrayOutputStream(plain.length / 3);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return compressed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
