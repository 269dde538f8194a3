package fi.tiedote.site;

/** What a template gets that needs nothing but the frame. */
record Nothing() {}
