/** The application itself, its clock and its security. */
@NullMarked
package fi.tiedote;

import org.jspecify.annotations.NullMarked;
