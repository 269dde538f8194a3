/** Says who the city is and how it speaks: its names, web address, time zone, languages and phrases. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiedote.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
