package fi.tiedote.site;

import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.State;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One release, for reading and printing. */
@Controller
class ReleasePages {
    private final Pages pages;
    private final Releases releases;
    private final ReleaseView view;

    ReleasePages(Pages pages, Releases releases, ReleaseView view) {
        this.pages = pages;
        this.releases = releases;
        this.view = view;
    }

    /** What follows the id is for people: it may change with the title, and nobody looks at it. */
    @GetMapping({"/releases/{id:[0-9]{1,18}}", "/releases/{id:[0-9]{1,18}}/{slug}"})
    ModelAndView release(Visit visit, @PathVariable("id") long id) {
        return releases.find(id)
                .map(release -> show(visit, release))
                .orElseGet(() -> pages.problem(visit, HttpStatus.NOT_FOUND, "404"));
    }

    private ModelAndView show(Visit visit, Release release) {
        if (release.state() == State.PUBLISHED) {
            return pages.show(visit, "release", view.of(release, visit.language()));
        }
        var wasPublic = release.state() == State.WITHDRAWN && release.place() > 0;
        return wasPublic
                ? pages.problem(visit, HttpStatus.GONE, "withdrawn")
                : pages.problem(visit, HttpStatus.NOT_FOUND, "404");
    }
}
