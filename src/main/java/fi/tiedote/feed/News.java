package fi.tiedote.feed;

import fi.tiedote.release.LanguageVersion;
import fi.tiedote.release.Release;
import fi.tiedote.release.State;
import java.util.List;

/**
 * What became of a release: it may be new, corrected, or withdrawn.
 *
 * @param release in any state
 * @param versions published ones, in all languages
 */
record News(Release release, List<LanguageVersion> versions) {
    /** Whether the public may know of it: that it is there, or that it was. */
    boolean isPublic() {
        return release.state() == State.PUBLISHED || release.state() == State.WITHDRAWN;
    }
}
