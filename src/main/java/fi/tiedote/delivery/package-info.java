/** Hands queued letters to relays and records what became of each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "database"})
package fi.tiedote.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
