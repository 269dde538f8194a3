/** Keeps each press release, sanitised, once, with every version it has had. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "database"})
package fi.tiedote.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
