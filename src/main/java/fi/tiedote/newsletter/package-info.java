/** Composes issues when they are due and writes one letter for each person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "database", "release", "subscription", "delivery"})
package fi.tiedote.newsletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
