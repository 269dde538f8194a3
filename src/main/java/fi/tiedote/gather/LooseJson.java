package fi.tiedote.gather;

import fi.tiedote.gather.LooseString.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
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
    private static final Map<String, String> LITERALS = Map.of(
            "true",
            "true",
            "True",
            "true",
            "false",
            "false",
            "False",
            "false",
            "null",
            "null",
            "None",
            "null",
            "NaN",
            "null",
            "undefined",
            "null",
            "Infinity",
            "null",
            "-Infinity",
            "null");

    private final String text;
    private final StringBuilder out;
    private final Deque<Level> open = new ArrayDeque<>();
    private int at;
    private int deeper;

    private LooseJson(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** An object or array that is open. */
    private static class Level {
        final boolean isObject;
        final int begin;
        int members;
        int memberBegin;
        boolean named;

        Level(boolean isObject, int begin) {
            this.isObject = isObject;
            this.begin = begin;
        }
    }

    /** @param text that begins with a brace, or spaces and a brace */
    static String mended(String text) {
        var json = new LooseJson(text);
        while (json.at < text.length()) {
            json.step(text.charAt(json.at));
        }
        return json.closed();
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
            out.append(character == '\n' || character == '\r' ? character : ' ');
            at++;
        } else if (text.startsWith("//", at)) {
            at = endOf("\n", 0);
        } else if (text.startsWith("/*", at)) {
            var end = endOf("*/", 2);
            text.substring(at, end).chars().filter(each -> each == '\n').forEach(line -> out.append('\n'));
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
        if (bracket == '{' && awaitsName() && open.size() > 2) {
            pop(); // Nobody closed the object before it.
        }
        begin();
        if (open.size() == DEEPEST) {
            out.append("null");
            deeper = 1;
        } else {
            push(bracket);
        }
    }

    private void push(char bracket) {
        var parent = open.peek();
        open.push(new Level(bracket == '{', parent == null ? 0 : parent.memberBegin));
        out.append(bracket);
    }

    /** The outermost brace is closed by nobody but the end, the list within it only where nothing of it follows. */
    private void close(char bracket) {
        var next = LooseString.next(text, at + 1);
        at++;
        if (deeper > 0) {
            deeper--;
        } else if (bracket == '}' && open.size() > 2) {
            closeUpTo(true);
        } else if (bracket == ']' && open.size() > 1 && !goesOn(next)) {
            closeUpTo(false);
        }
    }

    private void closeUpTo(boolean object) {
        while (open.size() > 1 && top().isObject != object) {
            pop();
        }
        if (open.size() > 1) {
            pop();
        }
    }

    /** What a bracket too many is followed by. */
    private boolean goesOn(int next) {
        var after = behind(",", next);
        if (!top().isObject) {
            return open.size() == 2 && text.startsWith("{", after);
        }
        var outside = behind(",", behind("}", next));
        return text.startsWith("\"", after) || (open.size() == 3 && outside > next && text.startsWith("{", outside));
    }

    private int behind(String sign, int place) {
        return text.startsWith(sign, place) ? LooseString.next(text, place + 1) : place;
    }

    private void comma() {
        at++;
        if (deeper == 0 && !open.isEmpty() && top().named) {
            begin();
            out.append("null");
        }
    }

    private void string() {
        var read = LooseString.in(text, at, place());
        at = read.end();
        if (deeper > 0 || read.cut()) {
            return;
        }
        if (place() == Place.ELEMENT && text.startsWith(":", LooseString.next(text, at))) {
            leaveList();
        }
        write(read.quoted());
    }

    /** A name in a list: the list was not closed, or the object in it not opened. */
    private void leaveList() {
        if (open.size() == 2) {
            begin();
            push('{');
        } else {
            pop();
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
        var literal = NUMBER.matcher(written).matches() ? written : LITERALS.get(written);
        write(literal == null || awaitsName() ? quoted(written) : literal);
    }

    /** A quotation mark that ends what none began. */
    private int behindQuote(int end) {
        var next = text.startsWith("\"", end) ? LooseString.next(text, end + 1) : text.length();
        return next < text.length() && ",:]}".indexOf(text.charAt(next)) >= 0 ? end + 1 : end;
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\") + '"';
    }

    private void write(String value) {
        if (awaitsName()) {
            name(value);
        } else {
            begin();
            out.append(value);
        }
    }

    private void name(String quoted) {
        separate();
        out.append(quoted).append(':');
        top().named = true;
    }

    /** Of a value, in whatever it is in. */
    private void begin() {
        if (open.isEmpty()) {
            return;
        }
        if (awaitsName()) {
            name("\"\"");
        }
        if (!top().isObject) {
            separate();
        }
        top().members++;
        top().named = false;
    }

    private void separate() {
        top().memberBegin = out.length();
        out.append(top().members > 0 ? "," : "");
    }

    private void pop() {
        var level = open.pop();
        out.append(level.named ? "null" : "").append(level.isObject ? '}' : ']');
    }

    /** Without the member that is cut, and without an object of a list that has no other. */
    private String closed() {
        while (!open.isEmpty()) {
            var level = top();
            if (level.named) {
                out.setLength(level.memberBegin);
                level.named = false;
            }
            pop();
            if (level.members == 0 && !open.isEmpty() && !top().isObject) {
                out.setLength(level.begin);
                top().members--;
            }
        }
        return out.toString();
    }

    private boolean awaitsName() {
        return !open.isEmpty() && top().isObject && !top().named;
    }

    private Place place() {
        if (open.isEmpty() || !top().isObject) {
            return Place.ELEMENT;
        }
        return top().named ? Place.MEMBER : Place.NAME;
    }

    private Level top() {
        return Objects.requireNonNull(open.peek());
    }
}
