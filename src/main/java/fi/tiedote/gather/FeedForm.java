package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom in their many versions, whether they are well-formed or not; a large one item by item. */
class FeedForm {
    /** More are not read of one document. */
    static final int MOST_ITEMS = 50_000;

    private final Origin origin;
    private final List<Item> items = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Format format;
    private String opening = "";
    private Channel channel = Channel.NONE;
    private Wishes wishes = Wishes.NONE;
    private int number;
    private boolean hasMore;

    private FeedForm(Origin origin) {
        this.origin = origin;
    }

    /** @param from where the first tag stands */
    static Reading read(String text, int from, Origin origin) {
        var form = new FeedForm(origin);
        var flaw = Flaw.in(text, from);
        form.read(XmlText.clean(text.substring(from)));
        if (form.format == null) {
            return new Unreadable("it is neither RSS nor Atom: there is no rss, RDF or feed in it"
                    + flaw.map(found -> "; it is not well-formed: " + found).orElse(""));
        }
        flaw.ifPresent(found ->
                form.problems.add(0, "it is not well-formed: " + found + "; what could be made out of it was read"));
        return new Document(form.format, form.channel, form.items, form.problems, form.wishes);
    }

    static String tooMany() {
        return "what follows item " + MOST_ITEMS + " was left out: more are not read at once";
    }

    private void read(String clean) {
        for (var portion : Portions.of(clean)) {
            if (hasMore) {
                break;
            }
            FeedTree.of(opening + clean.substring(portion.from(), portion.to()), origin)
                    .ifPresent(this::read);
            if (portion.cut()) {
                report("it has more than " + Tags.MOST + " tags; what follows them was left out");
            }
        }
        if (hasMore) {
            problems.add(tooMany());
        }
    }

    private void read(FeedTree tree) {
        channel = channel.or(Channel.of(tree.channel(), origin));
        if (format == null) {
            format = tree.format();
            opening = tree.opening();
            wishes = Wishes.of(tree.channel().element(), origin);
        }
        var left = MOST_ITEMS - number;
        hasMore = tree.items().size() > left;
        tree.items().stream().limit(left).forEach(element -> read(element, tree));
    }

    private void read(Element element, FeedTree tree) {
        number++;
        try {
            items.add(new XmlEntry(element, tree, channel, this::report).item());
        } catch (RuntimeException bad) {
            report(bad + "; it was left out");
        }
    }

    private void report(String problem) {
        problems.add((number == 0 ? "before its first item: " : "item " + number + ": ") + problem);
    }
}
