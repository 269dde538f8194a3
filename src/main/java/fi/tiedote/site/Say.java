package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.util.List;

/** How templates say a phrase: {@code say("front.title")}, {@code say("footer.contact", address)}. */
record Say(Phrases phrases, Language language) implements TemplateMethodModelEx {
    @Override
    public Object exec(@SuppressWarnings("rawtypes") List given) throws TemplateModelException {
        var arguments = new Object[given.size()];
        for (var i = 0; i < arguments.length; i++) {
            arguments[i] = String.valueOf(DeepUnwrap.unwrap((TemplateModel) given.get(i)));
        }
        return phrases.say(
                language,
                (String) arguments[0],
                List.of(arguments).subList(1, arguments.length).toArray());
    }
}
