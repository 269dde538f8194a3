package fi.tiedote.feed;

import fi.tiedote.release.Catalogue;
import fi.tiedote.release.Releases;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** Makes printers, for the public feeds and for those at addresses of their own. */
record Press(Releases releases, Catalogue catalogue, Wording wording, Clock clock) {
    Printer printer(Links links) {
        return printer(links, false);
    }

    /** For who may know what is embargoed. */
    Printer early(Links links) {
        return printer(links, true);
    }

    private Printer printer(Links links, boolean early) {
        var json = JsonMapper.shared();
        var writers = new FeedWriters(
                new RssWriter(links, wording),
                new AtomWriter(links, wording),
                new JsonWriter(links, wording, json),
                new NinjsWriter(links, wording, json));
        return new Printer(releases, catalogue, wording, writers, links, early, clock);
    }
}
