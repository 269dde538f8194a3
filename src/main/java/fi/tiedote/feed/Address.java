package fi.tiedote.feed;

/** Where one page of one feed is found: its path and query within this installation, one way only. */
record Address(Format format, FeedQuery query) {
    String path() {
        return format.path() + query.text();
    }

    /** From another address of the same feed: installations may stand below a path that a proxy takes away. */
    String relative() {
        return "releases." + format.extension() + query.text();
    }
}
