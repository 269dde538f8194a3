/** Fetches what is due from the sources and turns it into releases. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "network", "reading", "release"})
package fi.tiedote.gather;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
