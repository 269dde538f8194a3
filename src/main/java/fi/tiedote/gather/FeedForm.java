package fi.tiedote.gather;

import java.util.ArrayList;

/** Reads RSS and Atom in their many versions, whether they are well-formed or not. */
class FeedForm {
    /** A tag is small in the file and large in memory. */
    private static final long MOST_TAGS = 1_000_000;

    private static final int MOST_ITEMS = 50_000;

    private FeedForm() {}

    static Reading read(String text, Origin origin) {
        if (text.chars().filter(character -> character == '<').limit(MOST_TAGS).count() == MOST_TAGS) {
            return new Unreadable("it has more than " + MOST_TAGS + " tags");
        }
        return FeedTree.of(text, origin)
                .<Reading>map(FeedForm::document)
                .orElseGet(() -> new Unreadable("it is neither RSS nor Atom: there is no rss, RDF or feed in it"));
    }

    private static Document document(FeedTree tree) {
        var items = new ArrayList<Item>();
        var problems = new ArrayList<String>();
        var channel = Channel.of(tree.channel(), tree.origin());
        if (tree.items().size() > MOST_ITEMS) {
            problems.add("what follows item " + MOST_ITEMS + " is too much");
        }
        for (var element : tree.items().subList(0, Math.min(tree.items().size(), MOST_ITEMS))) {
            try {
                items.add(new XmlEntry(element, tree, channel).item());
            } catch (RuntimeException bad) {
                problems.add("item %d: %s".formatted(items.size() + problems.size() + 1, bad));
            }
        }
        return new Document(
                tree.format(),
                channel,
                items,
                problems,
                Wishes.of(tree.channel().element(), tree.origin()));
    }
}
