package fi.tiedote.delivery;

import fi.tiedote.city.Language;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders letters from {@code templates/mail/NAME.html.ftlh} and {@code NAME.txt.ftl}. */
@Component
public class Typesetter {
    private final Configuration templates;

    public Typesetter(Configuration templates) {
        this.templates = templates;
    }

    /**
     * @param model nothing but values; the same for everybody who gets it, with {@link Slot#mark()} where they differ
     * @throws TypesettingException naming template and line, when the template or one of its parts has a mistake
     */
    public Sheet set(String name, Language language, String subject, Map<String, ?> model) {
        return new Sheet(
                language,
                subject,
                render(name + ".html.ftlh", language, model),
                render(name + ".txt.ftl", language, model));
    }

    private String render(String name, Language language, Map<String, ?> model) {
        var rendered = new StringWriter();
        try {
            templates.getTemplate("mail/" + name, language.locale()).process(model, rendered);
        } catch (IOException | TemplateException e) {
            throw new TypesettingException("templates/mail/" + name, e);
        }
        return rendered.toString();
    }
}
