/** Knows who wants what, with proof that they asked for it, and lets them change their mind. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "database", "release", "delivery"})
package fi.tiedote.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
