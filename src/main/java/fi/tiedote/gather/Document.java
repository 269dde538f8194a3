package fi.tiedote.gather;

import java.util.List;

/**
 * What a file or an answer says, before any rule of the city is applied.
 *
 * @param title of the whole, empty where it has none of its own
 * @param problems one sentence for each item that could not be read; the others are there
 */
public record Document(Format format, String title, List<Item> items, List<String> problems) implements Reading {}
