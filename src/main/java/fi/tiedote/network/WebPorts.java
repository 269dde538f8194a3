package fi.tiedote.network;

import java.net.URI;
import java.util.Set;

/** At which ports the web is: what stands at the others is not to be spoken to, even when an address leads there. */
public class WebPorts {
    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final Set<Integer> USUAL = Set.of(80, 443);

    /** Ports above 1023 that browsers do not open, either: Fetch §2.9. */
    private static final Set<Integer> OTHERS = Set.of(
            1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
            10080);

    private WebPorts() {}

    public static boolean allow(URI url) {
        var port = url.getPort();
        return port == -1 || USUAL.contains(port) || (port >= FIRST_UNPRIVILEGED && !OTHERS.contains(port));
    }
}
