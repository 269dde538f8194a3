package fi.tiedote.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The part of the internet that one customer of a provider has: IPv4 /24, IPv6 /48. */
public record Network(String prefix, boolean isThisMachine) {
    private static final int BYTES_OF_IPV4 = 3;
    private static final int BYTES_OF_IPV6 = 6;

    /** @param literal as the container gives it: never a name */
    public static Network of(String literal) {
        try {
            var address = InetAddress.getByName(literal);
            var length = address instanceof Inet4Address ? BYTES_OF_IPV4 : BYTES_OF_IPV6;
            var prefix = HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), length));
            return new Network(prefix, address.isLoopbackAddress());
        } catch (UnknownHostException noAddress) {
            return new Network("unknown", false);
        }
    }
}
