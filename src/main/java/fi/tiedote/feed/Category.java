package fi.tiedote.feed;

/** A topic or area of a release, named in the release's language. */
record Category(String vocabulary, String slug, String name) {}
