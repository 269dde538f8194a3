package fi.tiedote.feed;

/** One writer for each format. */
record FeedWriters(FeedWriter rss, FeedWriter atom, FeedWriter json, FeedWriter ninjs) {
    FeedWriter of(Format format) {
        return switch (format) {
            case RSS -> rss;
            case ATOM -> atom;
            case JSON -> json;
            case NINJS -> ninjs;
        };
    }
}
