package fi.tiedote.delivery;

import fi.tiedote.city.Language;

/** What a letter says, with the marks of slots in it: a subject, and the same content as HTML and as plain text. */
public record Sheet(Language language, String subject, String html, String text) {}
