package fi.tiedote.feed;

import static fi.tiedote.feed.FeedDocument.dom;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import fi.tiedote.release.Selection;
import java.io.ByteArrayInputStream;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feeds of an office, as readers take them apart. */
record Printed(PressOffice office) {
    SyndFeed rome(Format format) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(office.feed(format, Selection.EVERYTHING))));
    }

    JsonNode json() {
        var feed = office.feed(Format.JSON, Selection.EVERYTHING);
        assertThat(new String(feed, UTF_8)).contains("\"version\":\"https://jsonfeed.org/version/1.1\"");
        return JsonMapper.shared().readTree(feed);
    }

    JsonNode ninjs() {
        return JsonMapper.shared().readTree(office.feed(Format.NINJS, Selection.EVERYTHING));
    }

    Document document(Format format) throws Exception {
        return dom(office.feed(format, Selection.EVERYTHING));
    }
}
