package fi.tiedote.release;

/** A person whom a release names for further questions; a part that is not given is empty. */
public record Contact(String name, String title, String organisation, String telephone, String email) {}
