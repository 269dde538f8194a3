package fi.tiedote.gather;

import java.util.List;

/**
 * What a file or an answer says, before any rule of the city is applied.
 *
 * @param channel empty for a release that stands alone
 * @param problems one sentence for each item that could not be read; the others are there
 */
public record Document(Format format, Channel channel, List<Item> items, List<String> problems, Wishes wishes)
        implements Reading {
    Document(Format format, Channel channel, List<Item> items, List<String> problems) {
        this(format, channel, items, problems, Wishes.NONE);
    }
}
