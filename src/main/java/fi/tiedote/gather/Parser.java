package fi.tiedote.gather;

import fi.tiedote.release.KeptFile;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds out what bytes are and reads them; knows neither settings nor database. */
public class Parser {
    private static final int GLANCE = 2000;
    private static final Pattern COMMENT = Pattern.compile("(?s)\\s*<!--.*?-->\\s*");
    private static final Pattern WEB_PAGE = Pattern.compile("(?i)\\s*(?:<!doctype html\\b|<html\\b)");
    private static final Pattern TAG = Pattern.compile("<[?!A-Za-z]");

    private Parser() {}

    public static Reading read(byte[] bytes, Origin origin) {
        return read(bytes, origin, file -> {});
    }

    /** @param files gets what is attached */
    static Reading read(byte[] bytes, Origin origin, Consumer<KeptFile> files) {
        var path = origin.url().getPath() == null ? "" : origin.url().getPath();
        if (bytes.length == 0) {
            return new Unreadable("it is empty: it will be taken when it has content");
        }
        if (FileName.isMail(path) || origin.contentType().startsWith("message/rfc822")) {
            return MailForm.read(bytes, origin, files);
        }
        if (FileName.isWord(path)) {
            return WordForm.read(bytes, origin, files);
        }
        if (Decoding.isBinary(bytes)) {
            return new Unreadable("it is no text: save it as plain text in UTF-8");
        }
        var text = Decoding.text(bytes, origin.contentType());
        if (text.isBlank()) {
            return new Unreadable("it is empty: it will be taken when it has content");
        }
        if (FileName.isMarkdown(path)) {
            return MarkdownForm.read(text, origin);
        }
        var isPage = isWebPage(text.stripLeading()) || (isFile(origin) && FileName.isHtml(path));
        return isPage && !isText(origin)
                ? HtmlForm.read(Page.text(bytes, origin.contentType(), ""), origin)
                : read(text, origin);
    }

    /** The same, where a page of HTML is a mistake. */
    static Reading feed(byte[] bytes, Origin origin) {
        return Decoding.isBinary(bytes)
                        || !isWebPage(Decoding.text(bytes, origin.contentType()).stripLeading())
                ? read(bytes, origin)
                : new Unreadable("it is a web page and no feed: look for the feed's own address, or use kind: listing");
    }

    private static Reading read(String text, Origin origin) {
        if (isText(origin)) {
            return TextForm.read(text, origin);
        }
        var start = text.stripLeading();
        if (start.startsWith("{") || (origin.contentType().contains("json") && start.contains("{"))) {
            return JsonFeedForm.read(text, origin);
        }
        var tag = TAG.matcher(text);
        if (tag.find()) {
            return FeedForm.read(text, tag.start(), origin);
        }
        return origin.contentType().startsWith("text/plain")
                ? TextForm.read(text, origin)
                : new Unreadable("it is no RSS, Atom or JSON Feed");
    }

    /** On the web the ending of an address tells little. */
    static boolean isFile(Origin origin) {
        return "file".equals(origin.url().getScheme());
    }

    private static boolean isText(Origin origin) {
        return origin.url().getPath() != null && FileName.isText(origin.url().getPath());
    }

    static boolean isWebPage(String start) {
        var glance = start.substring(0, Math.min(start.length(), GLANCE));
        var at = 0;
        var comment = COMMENT.matcher(glance);
        while (comment.region(at, glance.length()).lookingAt()) {
            at = comment.end();
        }
        return WEB_PAGE.matcher(glance).region(at, glance.length()).lookingAt();
    }
}
