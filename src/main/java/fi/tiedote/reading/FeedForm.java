package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom in their many versions, whether they are well-formed or not; a large one item by item. */
class FeedForm {
    /** More are not read of one document. */
    static final int MOST_ITEMS = 50_000;

    private final String clean;
    private final Origin origin;
    private final LineNumbers lines;
    private final List<Item> items = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Format format;
    private String opening = "";
    private Channel channel = Channel.NONE;
    private Wishes wishes = Wishes.NONE;
    private int number;
    private boolean hasMore;

    private FeedForm(String clean, int firstLine, Origin origin) {
        this.clean = clean;
        this.origin = origin;
        this.lines = new LineNumbers(clean, firstLine);
    }

    /** @param from where the first tag stands */
    static Reading read(String text, int from, Origin origin) {
        var flaw = Flaw.in(text, from);
        var firstLine = new LineNumbers(text, 1).at(from);
        var form = new FeedForm(XmlText.clean(text.substring(from)), firstLine, origin);
        form.read();
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

    private void read() {
        for (var portion : Portions.of(clean)) {
            if (hasMore) {
                break;
            }
            FeedTree.of(opening + clean.substring(portion.from(), portion.to()), origin)
                    .ifPresent(tree -> read(tree, portion));
        }
        if (hasMore) {
            problems.add(tooMany());
        }
    }

    private void read(FeedTree tree, Portions.Portion portion) {
        var begin = portion.from() - opening.length();
        channel = channel.or(Channel.of(tree.channel(), origin));
        if (format == null) {
            format = tree.format();
            opening = tree.opening();
            wishes = Wishes.of(tree.channel().element(), origin);
        }
        var before = number;
        var left = MOST_ITEMS - number;
        hasMore = tree.items().size() > left;
        var complaints = new ArrayList<Complaint>();
        tree.items().stream().limit(left).forEach(element -> read(element, tree, complaints));
        if (portion.cut()) {
            complaints.add(new Complaint(number, Tags.TOO_MANY));
        }
        var areOfItems = complaints.stream().anyMatch(complaint -> complaint.number() > before);
        report(
                complaints,
                before,
                areOfItems ? tree.places().stream().map(place -> begin + place).toList() : List.of());
    }

    private void read(Element element, FeedTree tree, List<Complaint> complaints) {
        number++;
        try {
            items.add(new XmlEntry(element, tree, channel, what -> complaints.add(new Complaint(number, what))).item());
        } catch (RuntimeException bad) {
            complaints.add(new Complaint(number, bad + "; it was left out"));
        }
    }

    /** What is wrong with an item; with none, and number 0, what is wrong before the first. */
    private record Complaint(int number, String what) {}

    /**
     * @param before how many items were read before the first of these
     * @param places of each in the text
     */
    private void report(List<Complaint> complaints, int before, List<Integer> places) {
        for (var complaint : complaints) {
            var at = complaint.number() - before - 1;
            var line = at < 0 ? "" : " in line " + lines.at(places.get(at));
            var whose = complaint.number() == 0 ? "before its first item" : "item " + complaint.number();
            problems.add(whose + line + ": " + complaint.what());
        }
    }
}
