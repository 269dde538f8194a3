package fi.tiedote.site;

import fi.tiedote.city.Dates;
import fi.tiedote.city.Language;
import fi.tiedote.feed.Accreditation;
import fi.tiedote.feed.Format;
import fi.tiedote.release.Catalogue;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Release;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of an accredited journalist: the addresses of feeds, and what is embargoed. */
@Controller
class JournalistPages {
    private static final int SHOWN = 50;

    private final Pages pages;
    private final Catalogue catalogue;
    private final Dates dates;

    JournalistPages(Pages pages, Catalogue catalogue, Dates dates) {
        this.pages = pages;
        this.catalogue = catalogue;
        this.dates = dates;
    }

    private record Page(List<Link> feeds, List<Item> releases) {}

    private record Link(String name, String type, String file) {}

    private record Item(
            long id, String lang, String title, String until, String machine, String body, List<Contact> contacts) {}

    @GetMapping("/feeds/private/{token}/")
    ModelAndView page(Visit visit) {
        if (!Accreditation.letIn(visit.request())) {
            return pages.problem(visit, HttpStatus.NOT_FOUND, "404");
        }
        var releases = catalogue.embargoed(Scope.of(Selection.EVERYTHING), SHOWN).stream()
                .map(release -> item(release, visit.language()))
                .toList();
        return pages.show(visit, "journalist", new Page(feeds(), releases));
    }

    private static List<Link> feeds() {
        return Stream.of(Format.values())
                .map(format -> new Link(Addresses.name(format), format.mediaType(), "releases." + format.extension()))
                .toList();
    }

    private Item item(Release release, Language language) {
        var until = Objects.requireNonNull(release.embargoUntil());
        return new Item(
                release.id(),
                release.language().code(),
                release.title(),
                dates.text(until, language),
                dates.machine(until),
                release.bodyHtml(),
                release.contacts());
    }
}
