package fi.tiedote.site;

/** Something in a form that cannot be taken as it is: the field, and what to do about it. */
record Mistake(String field, String text) {}
