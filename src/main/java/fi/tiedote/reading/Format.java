package fi.tiedote.reading;

import java.util.Locale;

/** The forms in which releases arrive. */
public enum Format {
    TEXT,
    EML,
    MARKDOWN,
    DOCX,
    RSS,
    ATOM,
    JSON,
    HTML;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
