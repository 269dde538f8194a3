/** Reads what a source wrote, be it a feed, a page, a text, a mail or a document, as items, and fetches nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "release"})
package fi.tiedote.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
