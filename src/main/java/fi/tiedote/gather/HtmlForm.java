package fi.tiedote.gather;

import java.util.List;

/** Reads a page of HTML that stands alone: an article, or a list of releases. */
class HtmlForm {
    private HtmlForm() {}

    static Reading read(String text, Origin origin) {
        return read(Page.of(text, origin), origin);
    }

    private static Reading read(Page page, Origin origin) {
        var channel = channel(page);
        var listing = new Listing(page, PageRules.NONE);
        var rows = listing.rows();
        if (listing.isAll()) {
            return new Document(
                    Format.HTML, channel, rows.stream().map(Row::item).toList(), List.of());
        }
        var item = new Article(page, PageRules.NONE, Row.of(origin.url())).item();
        return item.title().isEmpty()
                        && Plain.ofHtml(item.bodyHtml()).isEmpty()
                        && item.attachments().isEmpty()
                ? new Unreadable("it is a web page without a text or a list of releases")
                : new Document(Format.HTML, channel, List.of(item), List.of());
    }

    private static Channel channel(Page page) {
        var site = page.meta("og:site_name");
        return new Channel(
                site.isEmpty() ? Plain.line(page.document().title()) : site,
                page.origin().url().getScheme().startsWith("http")
                        ? page.origin().url().toString()
                        : "",
                "",
                page.language(),
                page.meta("description", "og:description"),
                "",
                "",
                null);
    }
}
