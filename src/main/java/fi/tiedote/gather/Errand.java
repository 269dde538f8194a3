package fi.tiedote.gather;

import java.net.URI;

/**
 * For whom something is fetched, and what is allowed to them.
 *
 * @param begin the address that the settings give
 * @param robots whether robots.txt is obeyed
 * @param alone whether other nodes are not told
 * @param beat called often while it takes long
 */
record Errand(URI begin, boolean intranet, boolean robots, boolean alone, Runnable beat) {
    static Errand of(Look look, URI url) {
        var source = look.source();
        return new Errand(
                source.url() == null ? url : source.url(),
                source.intranet(),
                source.robots(),
                look.alone(),
                look.harvest()::beat);
    }

    /** Of nobody: somebody wants to know what is there. */
    static Errand alone(URI url, boolean intranet) {
        return new Errand(url, intranet, true, true, () -> {});
    }

    /** A source of the own network opens its own host to itself, and nothing beside it. */
    boolean opens(URI url) {
        return intranet && isBegun(url);
    }

    /** Whether it is the host of the settings. */
    boolean isBegun(URI url) {
        return url.getHost().equalsIgnoreCase(begin.getHost());
    }
}
