package fi.tiedote.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to public addresses only. The client connects to what it returns, so that a name cannot mean one thing
 * when it is checked and another when it is used; literal addresses come here, too.
 */
public class PublicOnly implements DnsResolver {
    private final DnsResolver names;

    public PublicOnly() {
        this(SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names who knows what a name means */
    public PublicOnly(DnsResolver names) {
        this.names = names;
    }

    /** @throws NotPublicException when one of its addresses is not public, whatever the others are */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses) {
            if (!PublicAddresses.contain(address)) {
                throw new NotPublicException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
