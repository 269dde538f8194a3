package fi.tiedote.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Who gets a letter.
 *
 * @param subscriber what the ledger knows a person by; one letter for each in an issue
 * @param personal for {@link Slot#PERSONAL}; forgotten when the letter is settled
 */
public record Addressee(
        long subscriber, String address, @Nullable String personal) {
    public Addressee {
        if (personal != null && !personal.matches("[A-Za-z0-9._~-]{0,66}")) {
            throw new IllegalArgumentException("what is personal goes into links: at most 66 letters, digits and ._~-");
        }
    }

    public Addressee(long subscriber, String address) {
        this(subscriber, address, null);
    }
}
