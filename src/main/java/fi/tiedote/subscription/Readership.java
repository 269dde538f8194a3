package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import java.util.List;

/**
 * People who get the same: they hold the same choices, and read the same language.
 *
 * @param choices ids of those asked for that they hold, in ascending order
 * @param addresses in the order of the subscribers
 */
public record Readership(Language language, List<Long> choices, List<Long> subscribers, List<String> addresses) {}
