package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import java.util.Set;

/**
 * Somebody who gets mail.
 *
 * @param choices ids of those asked for that this person holds
 */
public record Recipient(long subscriber, String address, Language language, Set<Long> choices) {}
