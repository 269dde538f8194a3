package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.tiedote.release.Catalogue;
import fi.tiedote.release.Release;
import fi.tiedote.release.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the versions of a release as if each were a release of its own, so that any format can write them. */
record Chronicle(Catalogue catalogue, Wording wording) {

    /** Newest first; the present text is the first of them. */
    List<Release> of(Release release) {
        var versions = new ArrayList<Version>();
        versions.add(new Version(
                release.version(), release.title(), release.lead(), release.bodyHtml(), FeedPage.updated(release)));
        versions.addAll(catalogue.earlierVersions(release.id(), History.LIMIT));
        var entries = new ArrayList<Release>();
        for (var i = 0; i < Math.min(versions.size(), History.LIMIT); i++) {
            var before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            entries.add(entry(release, versions.get(i), text(release, before, versions.get(i))));
        }
        return entries;
    }

    private String text(Release release, @Nullable Version before, Version version) {
        var changes = new Changes(wording.phrases(), release.language());
        return before == null ? changes.first(version) : changes.between(before, version);
    }

    private Release entry(Release release, Version version, String text) {
        return new Release(
                release.id(),
                id(release, version),
                release.contentId(),
                release.source(),
                release.url(),
                release.language(),
                wording.phrases().say(release.language(), "feed.version", version.title(), version.number()),
                version.lead(),
                text,
                version.updatedAt(),
                version.updatedAt(),
                release.state(),
                release.embargoUntil(),
                release.topics(),
                release.areas(),
                List.of(),
                List.of(),
                release.place(),
                version.number());
    }

    /** Permanent, as the release's own id and the version's number are. */
    private static UUID id(Release release, Version version) {
        return UUID.nameUUIDFromBytes((release.uuid() + "/" + version.number()).getBytes(UTF_8));
    }
}
