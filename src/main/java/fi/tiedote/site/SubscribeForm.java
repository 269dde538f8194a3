package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.EmailAddress;
import fi.tiedote.release.Vocabulary;
import fi.tiedote.subscription.Cadence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The form to subscribe: how it is shown, and how it is read. */
@Component
class SubscribeForm {
    /** A field that no person sees. */
    static final String TRAP = "website";

    private static final int LONGEST_SHOWN = 300;

    private final Choices choices;
    private final Vocabulary vocabulary;
    private final Wording wording;

    SubscribeForm(Choices choices, Vocabulary vocabulary, Wording wording) {
        this.choices = choices;
        this.vocabulary = vocabulary;
        this.wording = wording;
    }

    /** As templates know it; field names are those of the form. */
    record View(String email, Choices.Fields fields, List<Choices.Option> cadences, List<Mistake> mistakes) {}

    /** A form that was sent. */
    record Request(
            String email, Optional<EmailAddress> address, Wanted wanted, Cadence cadence, List<Mistake> mistakes) {}

    View fresh(Wanted wanted, Cadence cadence, Language language) {
        return new View("", choices.fields(wanted, language), choices.cadences(cadence, language), List.of());
    }

    /** With all that was filled in. */
    View again(Request request, Language language) {
        var email = request.email();
        return new View(
                email.length() > LONGEST_SHOWN ? "" : email,
                choices.fields(request.wanted(), language),
                choices.cadences(request.cadence(), language),
                request.mistakes());
    }

    Request read(Form form, Language language) {
        var email = form.text("email").strip();
        var address = EmailAddress.of(email);
        var wanted = Wanted.read(form.fields(), vocabulary);
        var faults = new ArrayList<String>();
        if (address.isEmpty()) {
            faults.add(email.isEmpty() ? "email.missing" : "email");
        }
        faults.addAll(wanted.faults());
        var cadence = cadence(form, faults);
        return new Request(email, address, wanted, cadence, mistakes(faults, language));
    }

    /** How often, when a form says nothing: daily. */
    static Cadence cadence(Form form, List<String> faults) {
        var key = form.text("cadence");
        var cadence = Cadence.of(key);
        if (cadence.isEmpty() && !key.isEmpty()) {
            faults.add("cadence");
        }
        return cadence.orElse(Cadence.DAILY);
    }

    List<Mistake> mistakes(List<String> faults, Language language) {
        return faults.stream()
                .map(fault -> new Mistake(fault.replaceFirst("\\..*", ""), wording.say(language, "mistake." + fault)))
                .toList();
    }

    Problem problem(Request request, Language language) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                wording.say(language, "mistake.title"),
                String.join(" ", request.mistakes().stream().map(Mistake::text).toList()),
                request.mistakes());
    }
}
