/** Brings PostgreSQL along where none is configured, and passes on the notifications of the one in use. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiedote.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
