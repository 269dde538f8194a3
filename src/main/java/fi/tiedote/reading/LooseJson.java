package fi.tiedote.reading;

import fi.tiedote.reading.LooseString.Place;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes JSON of what was meant to be some: commas, colons, quotation marks and brackets that are too many, missing or
 * wrong are put right, comments left out, what is cut or too deep is dropped. Lines stay where they are.
 */
class LooseJson {
    private static final int DEEPEST = 100;
    private static final Pattern WORD = Pattern.compile("[^\\s,;:{}\\[\\]\"]++");
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?");
    private static final Set<String> TRUTHS = Set.of("true", "false");
    private static final Set<String> NOTHING = Set.of("null", "none", "nan", "undefined", "infinity", "-infinity");

    private final String text;
    private final JsonDraft draft;
    private int at;
    private int deeper;

    private LooseJson(String text) {
        this.text = text;
        this.draft = new JsonDraft(text.length());
    }

    /** @param text that begins with a brace, or spaces and a brace */
    static String mended(String text) {
        var json = new LooseJson(text);
        while (json.at < text.length()) {
            json.step(text.charAt(json.at));
        }
        return json.draft.closed();
    }

    private void step(char character) {
        switch (character) {
            case '{', '[' -> open(character);
            case '}', ']' -> close(character);
            case ',', ';' -> comma();
            case ':' -> at++;
            case '"', '\'' -> string();
            default -> other(character);
        }
    }

    private void other(char character) {
        if (character <= ' ' || character == '\uFEFF') {
            draft.space(character == '\n' || character == '\r' ? character : ' ');
            at++;
        } else if (text.startsWith("//", at)) {
            at = endOf("\n", 0);
        } else if (text.startsWith("/*", at)) {
            var end = endOf("*/", 2);
            text.substring(at, end).chars().filter(each -> each == '\n').forEach(line -> draft.space('\n'));
            at = end;
        } else {
            word();
        }
    }

    private int endOf(String sign, int length) {
        var end = text.indexOf(sign, at + 2);
        return end < 0 ? text.length() : end + length;
    }

    private void open(char bracket) {
        at++;
        if (deeper > 0) {
            deeper++;
            return;
        }
        if (bracket == '{' && draft.awaitsName() && draft.depth() > 2) {
            draft.close(); // Nobody closed the object before it.
        }
        if (draft.depth() == DEEPEST) {
            draft.value("null");
            deeper = 1;
        } else {
            draft.open(bracket);
        }
    }

    /** The outermost brace is closed by nobody but the end, the list within it only where nothing of it follows. */
    private void close(char bracket) {
        var next = LooseString.next(text, at + 1);
        at++;
        if (deeper > 0) {
            deeper--;
        } else if (bracket == '}' && draft.depth() > 2) {
            draft.closeUpTo(true);
        } else if (bracket == ']' && draft.depth() > 1 && !goesOn(next)) {
            draft.closeUpTo(false);
        }
    }

    /** What a bracket too many is followed by. */
    private boolean goesOn(int next) {
        var after = behind(",", next);
        if (!draft.isInObject()) {
            return draft.depth() == 2 && text.startsWith("{", after);
        }
        var outside = behind(",", behind("}", next));
        return text.startsWith("\"", after) || (draft.depth() == 3 && outside > next && text.startsWith("{", outside));
    }

    private int behind(String sign, int place) {
        return text.startsWith(sign, place) ? LooseString.next(text, place + 1) : place;
    }

    private void comma() {
        at++;
        if (deeper == 0 && draft.place() == Place.MEMBER) {
            draft.value("null");
        }
    }

    private void string() {
        var read = LooseString.in(text, at, draft.place());
        at = read.end();
        if (deeper > 0 || read.cut()) {
            return;
        }
        if (draft.place() == Place.ELEMENT && text.startsWith(":", LooseString.next(text, at))) {
            leaveList();
        }
        draft.write(read.quoted());
    }

    /** A name in a list: the list was not closed, or the object in it not opened. */
    private void leaveList() {
        if (draft.depth() == 2) {
            draft.open('{');
        } else {
            draft.close();
        }
    }

    private void word() {
        var word = WORD.matcher(text).region(at, text.length());
        var isWord = word.lookingAt();
        var written = isWord ? word.group() : "";
        at = isWord ? behindQuote(word.end()) : at + 1;
        if (deeper > 0 || !isWord || at == text.length()) {
            return;
        }
        draft.write(draft.awaitsName() ? quoted(written) : literal(written));
    }

    /** A quotation mark that ends what none began. */
    private int behindQuote(int end) {
        var next = text.startsWith("\"", end) ? LooseString.next(text, end + 1) : text.length();
        return next < text.length() && ",:]}".indexOf(text.charAt(next)) >= 0 ? end + 1 : end;
    }

    private static String literal(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(word).matches()) {
            return word;
        }
        if (TRUTHS.contains(lower)) {
            return lower;
        }
        return NOTHING.contains(lower) ? "null" : quoted(word);
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\") + '"';
    }
}
