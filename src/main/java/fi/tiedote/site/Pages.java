package fi.tiedote.site;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.delivery.Relays;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what every page has: its frame, its language and its headers. */
@Component
public class Pages {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<String> TOKEN_PAGES = List.of("/confirm/", "/u/", "/preferences/", "/feeds/private/");

    private final City city;
    private final Phrases phrases;
    private final Relays relays;
    private final JsonMapper json;
    private final StaticFile stylesheet;
    private final StaticFile copyScript;
    private final String root;

    Pages(City city, Phrases phrases, Relays relays, JsonMapper json) {
        this.city = city;
        this.phrases = phrases;
        this.relays = relays;
        this.json = json;
        this.stylesheet = new StaticFile("style.css");
        this.copyScript = new StaticFile("copy.js");
        this.root = city.baseUrl().getRawPath();
    }

    /** @param view a record of plain values: the template knows it as {@code view} */
    public ModelAndView show(Visit visit, String template, Object view) {
        return show(visit, HttpStatus.OK, template, view);
    }

    ModelAndView show(Visit visit, HttpStatus status, String template, Object view) {
        addHeaders(visit);
        var model = frame(visit);
        model.put("view", json.convertValue(view, Map.class));
        return new ModelAndView("web/" + template, model, status);
    }

    /** @param reason of the phrases {@code problem.REASON.title} and {@code .text} */
    ModelAndView problem(Visit visit, HttpStatus status, String reason) {
        var title = phrases.say(visit.language(), "problem." + reason + ".title");
        var text = phrases.say(visit.language(), "problem." + reason + ".text");
        return visit.wantsJson()
                ? refuse(visit, new Problem(status, title, text, List.of()))
                : show(visit, status, "problem", new ProblemView(title, text));
    }

    /** The answer to a program: problem details (RFC 9457). */
    ModelAndView refuse(Visit visit, Problem problem) {
        addHeaders(visit);
        var answer = new ModelAndView(problem);
        answer.setStatus(problem.status());
        return answer;
    }

    /** Sends a browser on after a form, so that it can reload without posting again. */
    ModelAndView goTo(Visit visit, String path) {
        visit.response().setHeader("Cache-Control", "no-store");
        var there = new RedirectView(root + path, false, false, false);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }

    private Map<String, @Nullable Object> frame(Visit visit) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("say", new Say(phrases, visit.language()));
        model.put("ui", visit.language().code());
        model.put("root", root);
        model.put("city", city.names().in(visit.language()));
        model.put("sender", city.sender());
        model.put("stylesheet", root + "/style.css?" + stylesheet.tag());
        model.put("copyScript", root + "/copy.js?" + copyScript.tag());
        model.put("local", relays.local());
        model.put("secret", isTokenPage(visit));
        model.put("path", visit.path());
        model.put(
                "switches",
                Stream.of(Language.values())
                        .map(other -> languageSwitch(visit, other))
                        .toList());
        return model;
    }

    private Map<String, String> languageSwitch(Visit visit, Language other) {
        return Map.of(
                "code", other.code(),
                "name", phrases.say(other, "language.self"),
                "href", root + visit.in(other));
    }

    private void addHeaders(Visit visit) {
        var response = visit.response();
        response.setHeader("Cache-Control", isTokenPage(visit) ? "no-store" : "private, no-cache");
        response.setHeader("Vary", "Accept-Language, Cookie");
        response.setHeader("Content-Language", visit.language().code());
        if (visit.isReading() && Visits.asked(visit.query()).isPresent()) {
            response.addHeader("Set-Cookie", remember(visit.language()));
        }
    }

    private String remember(Language language) {
        return ResponseCookie.from(Visits.COOKIE, language.code())
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equals(city.baseUrl().getScheme()))
                .path(root + "/")
                .maxAge(YEAR)
                .build()
                .toString();
    }

    private static boolean isTokenPage(Visit visit) {
        return TOKEN_PAGES.stream().anyMatch(visit.path()::startsWith);
    }

    private record ProblemView(String title, String text) {}
}
