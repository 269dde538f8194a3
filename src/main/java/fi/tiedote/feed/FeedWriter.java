package fi.tiedote.feed;

/** Writes a page of a feed in one format. The same page gives the same bytes, always. */
interface FeedWriter {
    byte[] write(FeedPage page);
}
