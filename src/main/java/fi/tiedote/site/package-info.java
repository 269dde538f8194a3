/** Shows residents and journalists the releases, and lets them subscribe. */
@NullMarked
@ApplicationModule(allowedDependencies = {"city", "network", "release", "feed", "subscription", "delivery"})
package fi.tiedote.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
