package fi.tiedote.feed;

import fi.tiedote.city.Language;
import java.util.Optional;

/**
 * The versions of one release, newest first, each with what it changed.
 *
 * @param release its short id
 */
record History(long release) implements Subject {
    /** Most versions that are told; more corrections than that are a mistake of the source. */
    static final int LIMIT = 50;

    @Override
    public String file(Format format) {
        return "releases/" + release + "." + format.extension();
    }

    @Override
    public Optional<Language> language() {
        return Optional.empty();
    }

    @Override
    public boolean isFirst() {
        return true;
    }

    @Override
    public Subject first() {
        return this;
    }

    @Override
    public boolean isAbout(News news) {
        return news.release().id() == release;
    }

    @Override
    public String words() {
        return "";
    }
}
