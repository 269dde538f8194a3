package fi.tiedote.gather;

import fi.tiedote.network.WebPorts;
import fi.tiedote.reading.Links;
import java.net.URI;
import java.util.Optional;

/**
 * Where a fetch may go.
 *
 * @param first where it began
 * @param errand the port that the settings name is as good as one of the web's
 */
record Passage(URI first, Errand errand) {
    /** Why not there; to be read after "source KEY:". */
    Optional<String> refusal(URI url) {
        if (!Links.isWeb(url)) {
            return Optional.of("its address is neither http nor https: " + url);
        }
        if (url.getUserInfo() != null) {
            return Optional.of("an address on " + url.getHost() + " has a name and a password in it");
        }
        if (isDowngrade(url)) {
            return Optional.of("it redirects from https to http, which anybody on the way could have changed: " + url);
        }
        if (!WebPorts.allow(url)
                && !(errand.isBegun(url) && url.getPort() == errand.begin().getPort())) {
            return Optional.of("there is no web at port " + url.getPort() + ": " + url);
        }
        return Optional.empty();
    }

    private boolean isDowngrade(URI url) {
        return "https".equalsIgnoreCase(first.getScheme()) && "http".equalsIgnoreCase(url.getScheme());
    }
}
