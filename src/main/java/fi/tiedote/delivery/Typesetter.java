package fi.tiedote.delivery;

import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders letters from {@code templates/mail/NAME.html.ftlh} and {@code NAME.txt.ftl}. */
@Component
public class Typesetter {
    private final Configuration templates;
    private final Phrases phrases;

    public Typesetter(Configuration templates, Phrases phrases) {
        this.templates = templates;
        this.phrases = phrases;
    }

    /**
     * @param model nothing but values; the same for everybody who gets it, with {@link Slot#mark()} where they differ. A
     *     template also has {@code say(key, arguments…)} for its phrases
     * @throws TypesettingException naming template and line, when the template or one of its parts has a mistake
     */
    public Sheet set(String name, Language language, String subject, Map<String, ?> model) {
        return new Sheet(
                language,
                subject,
                render(name + ".html.ftlh", language, model),
                render(name + ".txt.ftl", language, model));
    }

    private String render(String name, Language language, Map<String, ?> values) {
        var model = new HashMap<String, Object>(values);
        model.put("say", saying(language));
        var rendered = new StringWriter();
        try {
            templates.getTemplate("mail/" + name, language.locale()).process(model, rendered);
        } catch (IOException | TemplateException e) {
            throw new TypesettingException("templates/mail/" + name, e);
        }
        return rendered.toString();
    }

    private TemplateMethodModelEx saying(Language language) {
        return arguments -> {
            var values = new ArrayList<Object>();
            for (var argument : arguments) {
                values.add(DeepUnwrap.unwrap((TemplateModel) argument));
            }
            return phrases.say(
                    language, values.get(0).toString(), values.stream().skip(1).toArray());
        };
    }
}
