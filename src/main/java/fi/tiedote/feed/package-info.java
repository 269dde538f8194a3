/** Publishes any selection of releases as RSS, Atom and JSON Feed, and tells subscribers of the hub. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "database", "network", "release"})
package fi.tiedote.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
