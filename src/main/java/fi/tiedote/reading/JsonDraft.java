package fi.tiedote.reading;

import fi.tiedote.reading.LooseString.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** JSON in the making: sets commas, colons and closing brackets itself, so that whatever is written into it is JSON. */
class JsonDraft {
    private final StringBuilder out;
    private final Deque<Level> open = new ArrayDeque<>();

    JsonDraft(int size) {
        this.out = new StringBuilder(size);
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

    /** How many objects and arrays are open. */
    int depth() {
        return open.size();
    }

    boolean isInObject() {
        return !open.isEmpty() && top().isObject;
    }

    /** Between members. */
    void space(char space) {
        out.append(space);
    }

    /** Where a value is due. */
    void value(String json) {
        begin();
        out.append(json);
    }

    /** @param json a value; a name where one is due */
    void write(String json) {
        if (awaitsName()) {
            name(json);
        } else {
            value(json);
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

    /** What is open last. */
    void close() {
        var level = open.pop();
        out.append(level.named ? "null" : "").append(level.isObject ? '}' : ']');
    }

    /** Without the member that is cut, and without an object of a list that has no other. */
    String closed() {
        while (!open.isEmpty()) {
            var level = top();
            if (level.named) {
                out.setLength(level.memberBegin);
                level.named = false;
            }
            close();
            if (level.members == 0 && !open.isEmpty() && !top().isObject) {
                out.setLength(level.begin);
                top().members--;
            }
        }
        return out.toString();
    }

    /** @param bracket a brace or a bracket */
    void open(char bracket) {
        begin();
        var parent = open.peek();
        open.push(new Level(bracket == '{', parent == null ? 0 : parent.memberBegin));
        out.append(bracket);
    }

    /** What is open last of its kind, with all that is in it; the outermost stays. */
    void closeUpTo(boolean object) {
        while (open.size() > 1 && top().isObject != object) {
            close();
        }
        if (open.size() > 1) {
            close();
        }
    }

    boolean awaitsName() {
        return !open.isEmpty() && top().isObject && !top().named;
    }

    /** Of what is written next. */
    Place place() {
        if (open.isEmpty() || !top().isObject) {
            return Place.ELEMENT;
        }
        return top().named ? Place.MEMBER : Place.NAME;
    }

    private Level top() {
        return Objects.requireNonNull(open.peek());
    }
}
