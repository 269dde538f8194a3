package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.EmailAddress;
import fi.tiedote.release.Selection;

/**
 * What somebody asks for on the form; nothing is known yet about who that is.
 *
 * @param language of letters where the choice leaves it open
 */
public record Wish(EmailAddress address, Language language, Selection selection, Cadence cadence) {}
