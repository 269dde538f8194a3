package fi.tiedote.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a feed is written in; releases and their ids are the same in all of them. */
public enum Format {
    RSS("rss", "application/rss+xml"),
    ATOM("atom", "application/atom+xml"),
    JSON("json", "application/feed+json"),
    /** News in JSON, of the IPTC: what editorial systems take in. */
    NINJS("ninjs.json", "application/json");

    /** Those that people put into their reader. */
    public static final List<Format> OF_READERS = List.of(RSS, ATOM, JSON);

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Without parameters, as links name it. */
    public String mediaType() {
        return mediaType;
    }

    /** As the path ends, without the dot. */
    public String extension() {
        return extension;
    }

    static Optional<Format> of(String extension) {
        return Stream.of(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }
}
