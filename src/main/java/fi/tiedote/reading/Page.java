package fi.tiedote.reading;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page of HTML, every address in it absolute. */
public class Page {
    /** What is longer is no page for people; its beginning is. */
    private static final int LONGEST = 2_000_000;

    private static final int GLANCE = 4096;
    private static final Pattern CHARSET = Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private final Document document;
    private final Origin origin;
    private final Graph graph;

    private Page(Document document, Origin origin) {
        this.document = document;
        this.origin = origin;
        this.graph = Graph.of(document);
    }

    public static Page of(String text, Origin origin) {
        var document = Jsoup.parse(
                text.substring(0, Math.min(Tags.end(text, Tags.MOST), LONGEST)),
                origin.url().toString());
        document.outputSettings().prettyPrint(false);
        Optional.ofNullable(document.selectFirst("base[href]"))
                .ifPresent(
                        base -> document.setBaseUri(Links.resolve(origin.url().toString(), base.attr("href"))));
        LazyPictures.show(document);
        Links.resolveAll(document, document.baseUri());
        return new Page(document, origin);
    }

    /** @param charset of the source's rules; empty to find it out */
    public static String text(byte[] body, String contentType, String charset) {
        if (!charset.isEmpty()) {
            return Decoding.text(body, "text/html; charset=" + charset);
        }
        var glance = new String(body, 0, Math.min(body.length, GLANCE), StandardCharsets.ISO_8859_1);
        var meta = CHARSET.matcher(glance);
        var says = contentType.toLowerCase(Locale.ROOT).contains("charset");
        return Decoding.text(body, !says && meta.find() ? "text/html; charset=" + meta.group(1) : contentType);
    }

    public Document document() {
        return document;
    }

    public Origin origin() {
        return origin;
    }

    Graph graph() {
        return graph;
    }

    /** What the first of these {@code meta} says, whatever attribute names it; empty without. */
    public String meta(String... names) {
        return Stream.of(names)
                .flatMap(name -> metas(name).stream())
                .findFirst()
                .orElse("");
    }

    List<String> metas(String name) {
        return document
                .select("meta[property=%1$s], meta[name=%1$s], meta[itemprop=%1$s]".formatted(name))
                .eachAttr("content")
                .stream()
                .map(Plain::ofHtml)
                .filter(content -> !content.isEmpty())
                .toList();
    }

    /** Tag of the language as the page has it; empty without one. */
    String language() {
        return Stream.of(
                        graph.article().text("inLanguage", "inLanguage.alternateName"),
                        document.select("html").attr("lang"),
                        document.select("html").attr("xml:lang"),
                        meta("content-language", "og:locale"))
                .map(tag -> tag.strip().replace('_', '-'))
                .filter(tag -> tag.matches("[A-Za-z]{2,3}(-.{1,20})?"))
                .findFirst()
                .orElse("");
    }

    /** Null for what leads nowhere on the web. */
    @Nullable
    public URI absolute(String link) {
        return link.isBlank() ? null : Links.absolute(URI.create(document.baseUri()), link);
    }

    public Optional<Element> first(String css) {
        return Optional.ofNullable(document.selectFirst(css));
    }
}
