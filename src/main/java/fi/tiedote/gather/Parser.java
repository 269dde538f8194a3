package fi.tiedote.gather;

import java.util.regex.Pattern;

/** Finds out what bytes are and reads them; knows neither settings nor database. */
public class Parser {
    private static final Pattern WEB_PAGE = Pattern.compile("(?is)\\s*(<!--.*?-->\\s*)*(<!doctype html\\b|<html\\b).*");

    private Parser() {}

    public static Reading read(byte[] bytes, Origin origin) {
        if (Decoding.isBinary(bytes)) {
            return new Unreadable("it is no text: save it as plain text in UTF-8");
        }
        var text = Decoding.text(bytes, origin.contentType());
        if (text.isBlank()) {
            return new Unreadable("it is empty: it will be taken when it has content");
        }
        return read(text, origin);
    }

    private static Reading read(String text, Origin origin) {
        if (origin.url().getPath() != null && FileName.isText(origin.url().getPath())) {
            return TextForm.read(text, origin);
        }
        var start = text.stripLeading();
        if (start.startsWith("{")) {
            return JsonFeedForm.read(start, origin);
        }
        if (WEB_PAGE.matcher(start.substring(0, Math.min(start.length(), 2000))).matches()) {
            return new Unreadable("it is a web page and no feed: look for the feed's own address");
        }
        return start.startsWith("<") ? FeedForm.read(start, origin) : new Unreadable("it is no RSS, Atom or JSON Feed");
    }
}
