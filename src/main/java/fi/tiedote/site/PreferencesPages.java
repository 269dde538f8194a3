package fi.tiedote.site;

import fi.tiedote.release.Vocabulary;
import fi.tiedote.subscription.Member;
import fi.tiedote.subscription.Membership;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lets subscribers see what they hold, change it and end it. */
@Controller
@RequestMapping("/preferences/{token}")
class PreferencesPages {
    private static final String SUBSCRIPTION = "/{subscription:[0-9]{1,18}}";

    private final Pages pages;
    private final Membership membership;
    private final PreferencesView view;
    private final SubscribeForm form;
    private final Vocabulary vocabulary;

    PreferencesPages(
            Pages pages, Membership membership, PreferencesView view, SubscribeForm form, Vocabulary vocabulary) {
        this.pages = pages;
        this.membership = membership;
        this.view = view;
        this.form = form;
        this.vocabulary = vocabulary;
    }

    @GetMapping
    ModelAndView show(Visit visit, @PathVariable("token") String token) {
        return membership
                .memberByPreferences(token)
                .map(member -> pages.show(visit, "preferences", view.of(member, token, visit)))
                .orElseGet(() -> unknown(visit));
    }

    @PostMapping(SUBSCRIPTION)
    ModelAndView change(
            Visit visit, @PathVariable("token") String token, @PathVariable("subscription") long subscription)
            throws IOException {
        var member = membership.memberByPreferences(token);
        var given = Form.read(visit.request());
        if (member.isEmpty()) {
            return unknown(visit);
        }
        return given.refused() == null
                ? change(visit, token, member.get(), subscription, given)
                : pages.problem(visit, given.refused(), ErrorPages.reason(given.refused()));
    }

    @PostMapping(SUBSCRIPTION + "/end")
    ModelAndView end(
            Visit visit, @PathVariable("token") String token, @PathVariable("subscription") long subscription) {
        return act(visit, token, "ended", member -> membership.end(member, subscription));
    }

    @PostMapping("/end")
    ModelAndView endAll(Visit visit, @PathVariable("token") String token) {
        return act(visit, token, "left", membership::leave);
    }

    private ModelAndView change(Visit visit, String token, Member member, long subscription, Form given) {
        var wanted = Wanted.read(given.fields(), vocabulary);
        var faults = new ArrayList<>(wanted.faults());
        var cadence = SubscribeForm.cadence(given, faults);
        if (!faults.isEmpty()) {
            return refuse(visit, token, member, form.mistakes(faults, visit.language()));
        }
        membership.change(member, subscription, wanted.selection(), cadence);
        return done(visit, token, "changed");
    }

    private ModelAndView refuse(Visit visit, String token, Member member, List<Mistake> mistakes) {
        return pages.show(
                visit, HttpStatus.UNPROCESSABLE_CONTENT, "preferences", view.of(member, token, visit, mistakes));
    }

    private ModelAndView act(Visit visit, String token, String status, Consumer<Member> action) {
        var member = membership.memberByPreferences(token);
        member.ifPresent(action);
        return member.isPresent() ? done(visit, token, status) : unknown(visit);
    }

    private ModelAndView done(Visit visit, String token, String status) {
        return pages.goTo(visit, "/preferences/" + token + "?done=" + status);
    }

    private ModelAndView unknown(Visit visit) {
        return pages.problem(visit, HttpStatus.NOT_FOUND, "link");
    }
}
