package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.reading.Decoding;
import fi.tiedote.reading.Document;
import fi.tiedote.reading.Format;
import fi.tiedote.reading.Item;
import fi.tiedote.reading.Listing;
import fi.tiedote.reading.Odd;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Page;
import fi.tiedote.reading.PageRules;
import fi.tiedote.reading.Parser;
import fi.tiedote.reading.Plain;
import fi.tiedote.reading.Row;
import fi.tiedote.reading.Sitemap;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what may be a source, once and without keeping anything. */
class Trial {
    private static final int MOST_CHILDREN = 3;
    private static final int FEWEST_ROWS = 3;

    private final Map<Kind, PressApi> systems = new EnumMap<>(
            Map.of(Kind.WORDPRESS, new WordPress(), Kind.DRUPAL, new Drupal(), Kind.STTINFO, new PressRoom()));
    private final Fetcher fetcher;
    private final City city;
    private final Reach reach;
    private final Runnable beat;

    /** An address of the own network opens its own host, and nothing that its pages lead to. */
    record Reach(URI begin, boolean intranet) {
        boolean opens(URI url) {
            return intranet && begin.getHost().equalsIgnoreCase(url.getHost());
        }
    }

    Trial(Fetcher fetcher, City city, Reach reach, Runnable beat) {
        this.fetcher = fetcher;
        this.city = city;
        this.reach = reach;
        this.beat = beat;
    }

    Answer fetch(URI url) {
        beat.run();
        return fetcher.fetch(url, Outcome.Validators.NONE, reach.opens(url));
    }

    Optional<String> text(URI url) {
        return fetch(url) instanceof Answer.Fetched fetched
                ? Optional.of(Decoding.text(fetched.body(), fetched.header().contentType()))
                : Optional.empty();
    }

    Page page(Answer.Fetched fetched) {
        return Page.of(Page.text(fetched.body(), fetched.header().contentType(), ""), origin(fetched));
    }

    /** Where the address is that of a feed or a sitemap. */
    Optional<Finding> itself(URI url, Answer.Fetched fetched) {
        return feed(new Lead(Kind.FEED, url), fetched).or(() -> sitemap(new Lead(Kind.SITEMAP, url), fetched));
    }

    /** Empty where nothing can be gathered from it. */
    Optional<Finding> of(Lead lead) {
        var api = systems.get(lead.kind());
        var source = SourceSettings.of(lead.kind(), lead.url());
        var address = api == null ? lead.url() : api.latest(source, lead.url());
        if (!(fetch(address) instanceof Answer.Fetched fetched)) {
            return Optional.empty();
        }
        if (api != null) {
            return told(lead, api, address, fetched);
        }
        return switch (lead.kind()) {
            case SITEMAP -> sitemap(lead, fetched);
            case LISTING -> list(lead, page(fetched));
            case FEED -> feed(lead, fetched);
            case FOLDER, WORDPRESS, DRUPAL, STTINFO, MAILBOX, AUTO -> Optional.empty();
        };
    }

    private Optional<Finding> feed(Lead lead, Answer.Fetched fetched) {
        var origin = origin(fetched);
        return Parser.feed(fetched.body(), origin) instanceof Document document && document.format() != Format.TEXT
                ? finding(lead, document.channel().title(), document.items())
                : Optional.empty();
    }

    private Optional<Finding> sitemap(Lead lead, Answer.Fetched fetched) {
        var map = map(fetched);
        var children = map.stream()
                .flatMap(index -> index.children().stream())
                .limit(MOST_CHILDREN)
                .flatMap(child ->
                        fetch(child.url()) instanceof Answer.Fetched part ? map(part).stream() : Stream.empty());
        return finding(
                lead,
                "",
                Stream.concat(map.stream(), children)
                        .flatMap(SitemapSource::likely)
                        .map(Row::item)
                        .toList());
    }

    private Optional<Sitemap> map(Answer.Fetched fetched) {
        var body = SitemapSource.unpacked(fetched.body());
        var text = Decoding.text(body, fetched.header().contentType());
        return Sitemap.isOne(text) ? Optional.of(Sitemap.of(text, origin(fetched))) : Optional.empty();
    }

    private Optional<Finding> list(Lead lead, Page page) {
        var rows = new Listing(page, PageRules.NONE).rows();
        return rows.size() < FEWEST_ROWS
                ? Optional.empty()
                : finding(
                        lead,
                        Plain.line(page.document().title()),
                        rows.stream().map(Row::item).toList());
    }

    private Optional<Finding> told(Lead lead, PressApi api, URI asked, Answer.Fetched fetched) {
        try {
            var json = JsonMapper.shared()
                    .readTree(Decoding.text(fetched.body(), fetched.header().contentType()));
            var more = lead.kind() == Kind.DRUPAL ? DrupalSite.included(lead, json) : List.<Lead>of();
            return more.stream()
                    .flatMap(richer -> of(richer).stream())
                    .findFirst()
                    .or(() -> finding(
                            lead,
                            "",
                            api.leaf(json, fetched.header(), asked, origin(fetched))
                                    .items()));
        } catch (JacksonException | Odd another) {
            return Optional.empty();
        }
    }

    private Optional<Finding> finding(Lead lead, String title, List<Item> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(lead, title, items, reach.opens(lead.url())));
    }

    private Origin origin(Answer.Fetched fetched) {
        var header = fetched.header();
        return new Origin(header.url(), header.contentType(), city.timeZone(), null);
    }
}
