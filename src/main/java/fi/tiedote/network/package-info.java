/** Knows which addresses are on the public internet, so that nobody makes us call into the own network, and how often each may come. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiedote.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
