package fi.tiedote.gather;

import java.util.ArrayList;

/** Reads RSS and Atom in their many versions, whether they are well-formed or not. */
class FeedForm {
    private FeedForm() {}

    static Reading read(String text, Origin origin) {
        return FeedTree.of(text, origin)
                .<Reading>map(FeedForm::document)
                .orElseGet(() -> new Unreadable("it is neither RSS nor Atom: there is no rss, RDF or feed in it"));
    }

    private static Document document(FeedTree tree) {
        var items = new ArrayList<Item>();
        var problems = new ArrayList<String>();
        var channel = Channel.of(tree.channel(), tree.origin());
        for (var element : tree.items()) {
            try {
                items.add(new XmlEntry(element, tree, channel).item());
            } catch (RuntimeException bad) {
                problems.add("item %d: %s".formatted(items.size() + problems.size() + 1, bad));
            }
        }
        return new Document(tree.format(), channel, items, problems);
    }
}
