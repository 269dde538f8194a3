package fi.tiedote.feed;

import static java.util.stream.Collectors.joining;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.release.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.springframework.web.util.HtmlUtils;

/** Says as HTML what a version of a release changed: {@code del} is what it said before, {@code ins} what it says since. */
record Changes(Phrases phrases, Language language) {
    private static final String BLOCKS = "p, li, h2, h3, h4, h5, h6, pre, dt, dd, td, th, figcaption, div";

    /** Beyond it, a comparison costs more than anybody gets from reading it. */
    private static final int MOST_BLOCKS = 500;

    private static final int MOST_WORDS = 1_000;

    String between(Version before, Version after) {
        var told = new ArrayList<String>();
        if (!before.title().equals(after.title())) {
            told.add(heading("title") + "<p>" + words(before.title(), after.title()) + "</p>");
        }
        if (!before.lead().equals(after.lead()) && !isOpening(after)) {
            told.add(heading("lead") + "<p>" + words(before.lead(), after.lead()) + "</p>");
        }
        if (!before.bodyHtml().equals(after.bodyHtml())) {
            told.add(heading("body") + blocks(blocks(before), blocks(after)));
        }
        return told.isEmpty() ? "<p>" + say("other") + "</p>" : String.join("", told);
    }

    String first(Version version) {
        return "<p>" + say("first") + "</p>" + version.bodyHtml();
    }

    /** Most introductions are the opening of the text, and what changed there is told once. */
    private static boolean isOpening(Version version) {
        var opening = version.lead().replaceFirst("…$", "");
        return Jsoup.parseBodyFragment(version.bodyHtml()).text().contains(opening);
    }

    private static String blocks(List<String> before, List<String> after) {
        if (before.size() > MOST_BLOCKS || after.size() > MOST_BLOCKS) {
            return "";
        }
        return DiffUtils.diff(before, after).getDeltas().stream()
                .map(Changes::blocks)
                .collect(joining());
    }

    private static String blocks(AbstractDelta<String> delta) {
        var before = delta.getSource();
        var after = delta.getTarget();
        if (before.size() == after.size()) {
            return Stream.iterate(0, i -> i < before.size(), i -> i + 1)
                    .map(i -> "<p>"
                            + words(before.getLines().get(i), after.getLines().get(i)) + "</p>")
                    .collect(joining());
        }
        return each(before, "del") + each(after, "ins");
    }

    private static String each(Chunk<String> blocks, String element) {
        return blocks.getLines().stream()
                .map(block -> "<p>" + marked(List.of(block), element) + "</p>")
                .collect(joining());
    }

    private static String words(String before, String after) {
        var old = List.of(before.split(" "));
        var present = List.of(after.split(" "));
        if (old.size() > MOST_WORDS || present.size() > MOST_WORDS) {
            return marked(old, "del") + " " + marked(present, "ins");
        }
        var told = new ArrayList<String>();
        var place = 0;
        for (var delta : DiffUtils.diff(old, present).getDeltas()) {
            told.add(escaped(old.subList(place, delta.getSource().getPosition())));
            told.add(marked(delta.getSource().getLines(), "del"));
            told.add(marked(delta.getTarget().getLines(), "ins"));
            place = delta.getSource().last() + 1;
        }
        told.add(escaped(old.subList(place, old.size())));
        return told.stream().filter(part -> !part.isEmpty()).collect(joining(" "));
    }

    private static String marked(List<String> words, String element) {
        return words.isEmpty() ? "" : "<" + element + ">" + escaped(words) + "</" + element + ">";
    }

    private static String escaped(List<String> words) {
        return HtmlUtils.htmlEscape(String.join(" ", words), "UTF-8");
    }

    /** The innermost blocks; what stands in none of them is one. */
    private static List<String> blocks(Version version) {
        var body = Jsoup.parseBodyFragment(version.bodyHtml()).body();
        var blocks = body.select(BLOCKS).stream()
                .filter(block -> block.select(BLOCKS).size() == 1)
                .map(block -> block.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
        return blocks.isEmpty() ? List.of(body.text()) : blocks;
    }

    private String heading(String part) {
        return "<p><strong>" + say(part) + "</strong></p>";
    }

    private String say(String part) {
        return HtmlUtils.htmlEscape(phrases.say(language, "feed.version." + part), "UTF-8");
    }
}
