package fi.tiedote.site;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.feed.Bookmark;
import fi.tiedote.release.Before;
import fi.tiedote.release.Catalogue;
import fi.tiedote.release.Release;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** All releases by year and month, in one language or in several. */
@Controller
class ArchivePages {
    private static final int SHOWN = 50;

    private final Pages pages;
    private final Catalogue catalogue;
    private final Listing listing;
    private final City city;
    private final Wording wording;

    ArchivePages(Pages pages, Catalogue catalogue, Listing listing, City city, Wording wording) {
        this.pages = pages;
        this.catalogue = catalogue;
        this.listing = listing;
        this.city = city;
        this.wording = wording;
    }

    private record Overview(String year, List<Year> years, List<Tongue> languages) {}

    private record Year(int year, List<Link> months) {}

    private record Link(String path, String name) {}

    private record Tongue(String code, String name, boolean shown) {}

    private record OfMonth(String title, String path, List<Listing.Item> releases, boolean later, String older) {}

    @GetMapping("/archive")
    ModelAndView archive(Visit visit) {
        return overview(visit, Optional.empty());
    }

    @GetMapping("/archive/{year:[0-9]{4}}")
    ModelAndView year(Visit visit, @PathVariable("year") int year) {
        return overview(visit, Optional.of(year));
    }

    @GetMapping("/archive/{year:[0-9]{4}}/{month:0[1-9]|1[0-2]}")
    ModelAndView month(Visit visit, @PathVariable("year") int year, @PathVariable("month") int month) {
        var bookmarks = visit.query().all("before");
        var before = bookmarks.stream().findFirst().flatMap(Bookmark::read);
        if (before.isEmpty() && !bookmarks.isEmpty()) {
            return pages.problem(visit, HttpStatus.BAD_REQUEST, "400");
        }
        var asked = YearMonth.of(year, month);
        var from = before.orElseGet(() -> new Before(start(asked.plusMonths(1)), 0));
        var scope = Scope.of(new Selection(languages(visit), List.of(), List.of(), ""));
        var found = catalogue.since(scope, start(asked), SHOWN + 1, from);
        return found.isEmpty()
                ? pages.problem(visit, HttpStatus.NOT_FOUND, "404")
                : pages.show(visit, "archive-month", ofMonth(visit, asked, found, before.isPresent()));
    }

    private OfMonth ofMonth(Visit visit, YearMonth month, List<Release> found, boolean later) {
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        var older = found.size() > SHOWN ? "before=" + Bookmark.write(Before.of(shown.get(SHOWN - 1))) : "";
        var query = query(visit);
        return new OfMonth(
                name(month.getMonth(), visit.language()) + " " + month.getYear(),
                path(month) + "?" + query,
                listing.of(shown, "", visit.language()),
                later,
                older.isEmpty() ? "" : query + "&" + older);
    }

    private ModelAndView overview(Visit visit, Optional<Integer> year) {
        var months = catalogue.months(languages(visit), city.timeZone()).stream()
                .filter(month -> year.isEmpty() || year.get() == month.getYear())
                .toList();
        if (months.isEmpty() && year.isPresent()) {
            return pages.problem(visit, HttpStatus.NOT_FOUND, "404");
        }
        var years = new LinkedHashMap<Integer, List<Link>>();
        months.forEach(month -> years.computeIfAbsent(month.getYear(), any -> new ArrayList<>())
                .add(new Link(path(month) + "?" + query(visit), name(month.getMonth(), visit.language()))));
        var list = years.entrySet().stream()
                .map(each -> new Year(each.getKey(), each.getValue()))
                .toList();
        return pages.show(
                visit, "archive", new Overview(year.map(String::valueOf).orElse(""), list, tongues(visit)));
    }

    private List<Tongue> tongues(Visit visit) {
        var shown = languages(visit);
        return Stream.of(Language.values())
                .map(each -> new Tongue(each.code(), wording.say(each, "language.self"), shown.equals(List.of(each))))
                .toList();
    }

    /** What the address asks for as far as it can be meant; else what the page speaks. */
    private static List<Language> languages(Visit visit) {
        var asked = visit.query().all("lang").stream()
                .flatMap(code -> Language.of(code).stream())
                .distinct()
                .toList();
        return asked.isEmpty() ? List.of(visit.language()) : asked;
    }

    private static String query(Visit visit) {
        return Addresses.query(new Wanted(languages(visit), List.of(), List.of(), "", List.of()));
    }

    private static String path(YearMonth month) {
        return "/archive/%04d/%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static String name(Month month, Language language) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(city.timeZone()).toInstant();
    }
}
