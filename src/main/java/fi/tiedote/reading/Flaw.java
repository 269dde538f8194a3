package fi.tiedote.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first place at which a text breaks the rules of XML 1.0 and its namespaces: tags, attributes, references,
 * characters. What a DOCTYPE says is passed over. Whoever mends the text reads on behind the place.
 */
class Flaw {
    /** Whatever goes deeper is not looked at. */
    private static final int DEEPEST = 10_000;

    private final String text;
    private final Signs signs;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> prefixes = new HashSet<>(Set.of("xml"));
    private boolean mayDeclare;
    private int at;
    private @Nullable String what;

    private Flaw(String text, int from) {
        this.text = text;
        this.signs = new Signs(text);
        this.at = from;
    }

    /**
     * @param from where the first tag stands
     * @return what and where it is
     */
    static Optional<String> in(String text, int from) {
        var flaw = new Flaw(text, from);
        if (from > 0
                && (text.startsWith("<?xml", from) || !text.substring(0, from).isBlank())) {
            flaw.at = 0;
            flaw.what = "something stands before the first tag";
        }
        while (flaw.what == null && flaw.at < text.length() && flaw.open.size() < DEEPEST) {
            flaw.step();
        }
        if (flaw.what == null && flaw.at >= text.length() && !flaw.open.isEmpty()) {
            flaw.what = "it ends before </" + flaw.open.peek() + ">";
        }
        return Optional.ofNullable(flaw.what).map(what -> what + flaw.place());
    }

    /** Columns are UTF-16 units, and both count from 1. */
    private String place() {
        var lines = new LineNumbers(text, 1);
        return " at line %d, column %d".formatted(lines.at(at), lines.column(at));
    }

    private void step() {
        var character = text.charAt(at);
        if (character == '<') {
            markup();
        } else if (character == '&') {
            reference();
        } else if (signs.isIllegal(at)) {
            illegal(at);
        } else if (character == ']' && text.startsWith("]]>", at)) {
            what = "]]> outside of a CDATA section";
        } else {
            at++;
        }
    }

    private void markup() {
        if (text.startsWith("<![CDATA[", at)) {
            section("]]>", "a CDATA section is not closed");
        } else if (text.startsWith("<!--", at)) {
            section("-->", "a comment is not closed");
        } else if (text.startsWith("<?", at)) {
            section("?>", "<? is not closed");
        } else if (text.startsWith("<!", at)) {
            doctype();
        } else if (text.startsWith("</", at)) {
            endTag();
        } else {
            startTag();
        }
    }

    private void section(String end, String unclosed) {
        var close = text.indexOf(end, at);
        var wrong = signs.firstIllegal(at, close);
        if (wrong >= 0) {
            illegal(wrong);
        } else if (close < 0) {
            what = unclosed;
        } else {
            at = close + end.length();
        }
    }

    private void illegal(int position) {
        at = position;
        what = "a character that XML forbids, U+%04X,".formatted((int) text.charAt(position));
    }

    private void doctype() {
        mayDeclare = true;
        var close = text.indexOf('>', at);
        var subset = text.indexOf('[', at);
        if (subset >= 0 && subset < close) {
            close = text.indexOf('>', Math.max(subset, text.indexOf("]", subset)));
        }
        if (close < 0) {
            what = "<! is not closed";
        } else {
            at = close + 1;
        }
    }

    private void endTag() {
        var end = signs.nameEnd(at + 2);
        var name = text.substring(at + 2, end);
        var due = open.peek();
        end = signs.blankEnd(end);
        if (text.startsWith(">", end) && name.equals(due)) {
            open.pop();
            at = end + 1;
        } else {
            what = tag("</", name) + " where " + (due == null ? "nothing is open" : tag("</", due) + " was due");
        }
    }

    private void startTag() {
        var tag = StartTag.in(signs, at);
        prefixes.addAll(tag.prefixes());
        if (tag.flaw() != null) {
            what = tag.flaw();
        } else if (tag.name().indexOf(':') > 0
                && !prefixes.contains(tag.name().substring(0, tag.name().indexOf(':')))) {
            what = "an undeclared prefix in " + tag("<", tag.name());
        } else if (text.charAt(tag.close()) == '/') {
            at = tag.close() + 2;
        } else {
            open.push(tag.name());
            at = tag.close() + 1;
        }
    }

    private void reference() {
        var end = signs.referenceEnd(at);
        if (end < 0) {
            what = "& that begins no reference";
        } else if (!mayDeclare && text.charAt(at + 1) != '#' && !XmlText.isPredefined(text, at)) {
            what = "the undeclared " + text.substring(at, end);
        } else {
            at = end;
        }
    }

    static String tag(String sign, String name) {
        return sign + brief(name) + ">";
    }

    static String brief(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
