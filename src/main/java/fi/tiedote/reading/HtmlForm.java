package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.List;

/** Reads a page of HTML that stands alone: an article, or a list of releases. */
class HtmlForm {
    private HtmlForm() {}

    static Reading read(String text, Origin origin) {
        var problems = new ArrayList<String>();
        return read(Page.of(Tags.cut(text, problems::add), origin), problems, origin);
    }

    private static Reading read(Page page, List<String> problems, Origin origin) {
        var channel = channel(page);
        var listing = new Listing(page, PageRules.NONE);
        var rows = listing.rows();
        if (listing.isAll()) {
            return new Document(
                    Format.HTML, channel, rows.stream().map(Row::item).toList(), problems);
        }
        var item = new Article(page, PageRules.NONE, Row.of(origin.url())).item();
        return item.title().isEmpty()
                        && Plain.ofHtml(item.bodyHtml()).isEmpty()
                        && item.attachments().isEmpty()
                ? new Unreadable("it is a web page without a text or a list of releases")
                : new Document(
                        Format.HTML, channel, List.of(Parser.isFile(origin) ? ofFile(item, origin) : item), problems);
    }

    /** Its name tells what it is; nobody can go to its address. */
    private static Item ofFile(Item item, Origin origin) {
        var name = FileName.of(origin.url().getPath());
        return new ItemBuilder(item)
                .id(name.item())
                .language(name.language() == null ? item.language() : name.language())
                .url(item.url() != null && Links.isWeb(item.url()) ? item.url() : null)
                .build();
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
