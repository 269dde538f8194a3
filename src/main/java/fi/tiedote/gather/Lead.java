package fi.tiedote.gather;

import java.net.URI;

/** Where a source may be. */
record Lead(SourceSettings.Kind kind, URI url) {}
