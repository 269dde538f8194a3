package fi.tiedote.city;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The phrases of pages and letters, from {@code templates/messages_*.properties}, as {@link java.text.MessageFormat}s. */
@Component
public class Phrases {
    private final MessageSource messages;

    Phrases(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws org.springframework.context.NoSuchMessageException naming the key and the language that lacks it */
    public String say(Language language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
