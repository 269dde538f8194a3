package fi.tiedote.gather;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.ArrayList;

/** Reads RSS and Atom in their many versions, mended where they are not well-formed. */
class FeedForm {
    private FeedForm() {}

    static Reading read(String text, Origin origin) {
        var clean = XmlText.clean(text);
        try {
            return document(parse(clean), origin);
        } catch (FeedException | IllegalArgumentException broken) {
            return mended(clean, origin);
        }
    }

    private static Reading mended(String clean, Origin origin) {
        try {
            return document(parse(XmlText.wellFormed(clean)), origin);
        } catch (FeedException | IllegalArgumentException beyondRepair) {
            return new Unreadable("it is neither RSS nor Atom: " + beyondRepair.getMessage());
        }
    }

    /** ROME refuses a DOCTYPE unless told otherwise; nobody tells it. */
    private static SyndFeed parse(String xml) throws FeedException {
        return new SyndFeedInput().build(new StringReader(xml));
    }

    private static Document document(SyndFeed feed, Origin origin) {
        var items = new ArrayList<Item>();
        var problems = new ArrayList<String>();
        var entries = feed.getEntries();
        for (var at = 0; at < entries.size(); at++) {
            try {
                items.add(new FeedEntry(entries.get(at), origin).item());
            } catch (RuntimeException bad) {
                problems.add("item %d: %s".formatted(at + 1, bad.getMessage()));
            }
        }
        var format = String.valueOf(feed.getFeedType()).startsWith("atom") ? Format.ATOM : Format.RSS;
        return new Document(format, feed.getTitle() == null ? "" : feed.getTitle(), items, problems);
    }
}
