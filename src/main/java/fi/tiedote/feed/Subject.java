package fi.tiedote.feed;

import fi.tiedote.city.Language;
import java.util.Optional;

/** What one page of a feed is about. */
sealed interface Subject extends Asked permits FeedQuery, History {
    /** Its one address, from the folder of feeds. */
    String file(Format format);

    /** The language of every entry, where there is only one. */
    Optional<Language> language();

    /** Whether the newest entries are on it. */
    boolean isFirst();

    Subject first();

    /** Whether it is about a release, but for {@link #words}. */
    boolean isAbout(News news);

    /** That have to find a release; empty where any release will do. */
    String words();
}
