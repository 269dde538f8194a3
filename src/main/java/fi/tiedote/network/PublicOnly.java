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
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : addresses) {
            if (!PublicAddresses.contain(address)) {
                throw new Refused(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    static class Refused extends UnknownHostException {
        Refused(String host) {
            super(host + " is not on the public internet; for what is in your own network set intranet: true");
        }
    }
}
