package fi.tiedote.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet, by IANA's registries of special-purpose addresses (RFC 6890). An IPv6
 * address that carries an IPv4 one is as public as that.
 */
class PublicAddresses {
    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24"
                    + " 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
                    + " 2001::/23 2001:db8::/32 3fff::/20");
    private static final Block GLOBAL_IPV6 = Block.of("2000::/3");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        if (SIX_TO_FOUR.contains(bytes)) {
            return contain(embedded(bytes, 2));
        }
        if (NAT64.contains(bytes)) {
            return contain(embedded(bytes, 12));
        }
        if (isIsatap(bytes) && !contain(embedded(bytes, 12))) {
            return false;
        }
        return (address instanceof Inet4Address || GLOBAL_IPV6.contains(bytes))
                && SPECIAL.stream().noneMatch(block -> block.contains(bytes));
    }

    /** RFC 5214 §6.1: the interface identifier 0:5efe or 200:5efe, followed by an IPv4 address. */
    private static boolean isIsatap(byte[] bytes) {
        return bytes.length == 16
                && (bytes[8] & 0xfd) == 0
                && bytes[9] == 0
                && bytes[10] == 0x5e
                && (bytes[11] & 0xff) == 0xfe;
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }

    private static List<Block> blocks(String list) {
        return Stream.of(list.split(" ", -1)).map(Block::of).toList();
    }

    /** All addresses that begin with the same bits. */
    private record Block(InetAddress first, int bits) {
        static Block of(String text) {
            var slash = text.indexOf('/');
            try {
                return new Block(
                        InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new AssertionError(text, e);
            }
        }

        boolean contains(byte[] address) {
            var start = first.getAddress();
            if (start.length != address.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
