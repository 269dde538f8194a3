package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.subscription.Member;
import fi.tiedote.subscription.Membership;
import fi.tiedote.subscription.Subscription;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page of preferences shows. */
@Component
class PreferencesView {
    private static final List<String> DONE = List.of("changed", "ended", "left");

    private final Membership membership;
    private final Choices choices;
    private final Wording wording;

    PreferencesView(Membership membership, Choices choices, Wording wording) {
        this.membership = membership;
        this.choices = choices;
        this.wording = wording;
    }

    record Page(String address, String action, String done, List<Held> held, List<Mistake> mistakes) {}

    record Held(
            String id, String title, List<Wording.Line> lines, Choices.Fields fields, List<Choices.Option> cadences) {}

    Page of(Member member, String token, Visit visit) {
        return of(member, token, visit, List.of());
    }

    Page of(Member member, String token, Visit visit, List<Mistake> mistakes) {
        var done = visit.query().all("done").stream().filter(DONE::contains).findFirst();
        return new Page(
                membership.address(member).map(PreferencesView::masked).orElse(""),
                "/preferences/" + token,
                done.orElse(""),
                membership.held(member).stream()
                        .map(held -> held(held, visit.language()))
                        .toList(),
                mistakes);
    }

    private Held held(Subscription held, Language language) {
        return new Held(
                Long.toString(held.id()),
                wording.say(language, "preferences.held", wording.cadence(held.cadence(), language)),
                wording.lines(held.selection(), language),
                choices.fields(Wanted.of(held.selection()), language),
                choices.cadences(held.cadence(), language));
    }

    /** Enough to know one's own mailbox by, on a screen that others may see. */
    static String masked(String address) {
        var at = address.lastIndexOf('@');
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(at);
    }
}
