package fi.tiedote.reading;

import java.util.List;

/**
 * What a file or an answer says, before any rule of the city is applied.
 *
 * @param channel empty for a release that stands alone
 * @param problems a sentence for each thing that is wrong, and what has become of it
 */
public record Document(Format format, Channel channel, List<Item> items, List<String> problems, Wishes wishes)
        implements Reading {
    Document(Format format, Channel channel, List<Item> items, List<String> problems) {
        this(format, channel, items, problems, Wishes.NONE);
    }
}
