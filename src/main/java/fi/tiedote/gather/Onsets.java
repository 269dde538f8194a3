package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where words begin in a text, by their first letter, whatever its case: most words that are looked for begin otherwise. */
class Onsets {
    private final String text;
    private final Map<Character, List<Integer>> places = new HashMap<>();

    Onsets(String text) {
        this.text = text;
        var inside = false;
        for (var at = 0; at < text.length(); at++) {
            if (!inside) {
                places.computeIfAbsent(folded(text.charAt(at)), none -> new ArrayList<>())
                        .add(at);
            }
            inside = isInside(at);
        }
    }

    /**
     * The first place where a word begins so, in letters of any case.
     *
     * @param first the letter that all of its matches begin with
     * @return the word as the text has it, to its end; empty when there is none
     */
    String first(char first, Pattern beginning) {
        var matcher = beginning.matcher(text).useTransparentBounds(true);
        for (var place : places.getOrDefault(folded(first), List.of())) {
            if (matcher.region(place, text.length()).lookingAt()) {
                return text.substring(place, endOfWord(matcher.end()));
            }
        }
        return "";
    }

    /** Letters beyond the first plane are two characters, of which only both together tell what they are. */
    private boolean isInside(int at) {
        var character = text.charAt(at);
        return Character.isSurrogate(character)
                ? Character.isLetterOrDigit(text.codePointBefore(at + 1)) || Character.isHighSurrogate(character)
                : Character.isLetterOrDigit(character);
    }

    private int endOfWord(int from) {
        var end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }
}
