package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.util.UUID;

/** As much of a published release as the others of its languages say of it. */
public record LanguageVersion(long id, UUID uuid, UUID contentId, Language language, String title) {}
