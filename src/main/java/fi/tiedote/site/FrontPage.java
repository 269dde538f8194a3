package fi.tiedote.site;

import fi.tiedote.feed.Bookmark;
import fi.tiedote.release.Before;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The newest releases, narrowed as an address says, and the form to get them by mail. */
@Controller
class FrontPage {
    private static final int SHOWN = 20;

    private final Pages pages;
    private final Releases releases;
    private final Vocabulary vocabulary;
    private final FrontView view;

    FrontPage(Pages pages, Releases releases, Vocabulary vocabulary, FrontView view) {
        this.pages = pages;
        this.releases = releases;
        this.vocabulary = vocabulary;
        this.view = view;
    }

    @GetMapping("/")
    ModelAndView front(Visit visit) {
        var wanted = Wanted.read(visit.query(), vocabulary).orIn(visit.language());
        var bookmarks = visit.query().all("before");
        var before = bookmarks.stream().findFirst().flatMap(Bookmark::read);
        if (wanted.faults().contains("q") || (before.isEmpty() && !bookmarks.isEmpty())) {
            return pages.problem(visit, HttpStatus.BAD_REQUEST, "400");
        }
        if (!wanted.faults().isEmpty()) {
            return pages.problem(visit, HttpStatus.NOT_FOUND, "selection");
        }
        return show(visit, wanted, before);
    }

    private ModelAndView show(Visit visit, Wanted wanted, Optional<Before> before) {
        var found = found(wanted.selection(), before);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        var older =
                found.size() > SHOWN ? Optional.of(Before.of(shown.get(shown.size() - 1))) : Optional.<Before>empty();
        return pages.show(visit, "front", view.of(visit, wanted, shown, before.isPresent(), older));
    }

    /** One more than fits, to know whether another page follows. */
    private List<Release> found(Selection selection, Optional<Before> before) {
        return before.map(from -> releases.latest(selection, SHOWN + 1, from))
                .orElseGet(() -> releases.latest(selection, SHOWN + 1));
    }
}
