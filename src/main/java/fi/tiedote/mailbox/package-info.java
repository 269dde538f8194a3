/** Keeps the letters of an installation without a relay, and shows them to the browser of this machine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "delivery", "site"})
package fi.tiedote.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
