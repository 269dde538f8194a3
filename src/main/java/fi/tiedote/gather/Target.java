package fi.tiedote.gather;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What one request asks for.
 *
 * @param moved the same address where only permanent redirects led to it
 * @param intranet whether it may be at an address that is not public
 */
record Target(URI url, @Nullable URI moved, boolean intranet) {}
