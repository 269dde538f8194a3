package fi.tiedote.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a feed is written in; releases and their ids are the same in all of them. */
public enum Format {
    RSS("application/rss+xml"),
    ATOM("application/atom+xml"),
    JSON("application/feed+json");

    private final String mediaType;
    private final String path = "/feeds/releases." + extension();

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Without parameters, as links name it. */
    public String mediaType() {
        return mediaType;
    }

    /** As the path ends, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

    static Optional<Format> at(String path) {
        return Stream.of(values()).filter(format -> format.path.equals(path)).findFirst();
    }
}
