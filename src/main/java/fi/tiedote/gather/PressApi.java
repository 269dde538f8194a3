package fi.tiedote.gather;

import fi.tiedote.reading.Origin;
import java.net.URI;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** How a system that tells its releases as JSON, page by page, is asked and read. */
interface PressApi {
    /** The first page of all that there is, newest first. */
    URI latest(SourceSettings source, URI url);

    /** The first page of what has changed since then; what has changed last comes first, so that nothing slips between two pages. */
    URI changedSince(SourceSettings source, URI url, Instant since);

    /** @param asked the page's own address */
    Leaf leaf(JsonNode json, Answer.Header header, URI asked, Origin origin);
}
