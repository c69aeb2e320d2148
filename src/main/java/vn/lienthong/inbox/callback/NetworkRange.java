package vn.lienthong.inbox.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses, {@code 10.24.0.0/16} or {@code 2001:db8::/32}. */
record NetworkRange(String text) {
    NetworkRange {
        read(text);
    }

    boolean contains(InetAddress address) {
        return read(text).contains(address.getAddress());
    }

    private static Prefix read(String text) {
        String[] parts = text.split("/", -1);
        // letters beyond hexadecimal would be looked up as a name
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F.:]+") || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("Không phải dải địa chỉ / not a range of addresses: " + text);
        }
        try {
            byte[] first = InetAddress.getByName(parts[0]).getAddress();
            int length = Integer.parseInt(parts[1]);
            if (length > first.length * 8) {
                throw new IllegalArgumentException("Không phải dải địa chỉ / not a range of addresses: " + text);
            }
            return new Prefix(first, length);
        } catch (UnknownHostException unreadable) {
            throw new IllegalArgumentException(
                    "Không phải dải địa chỉ / not a range of addresses: " + text, unreadable);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Prefix(byte[] first, int length) {
        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = length / 8;
            if (!Arrays.equals(address, 0, whole, first, 0, whole)) {
                return false;
            }
            int rest = length % 8;
            return rest == 0 || (address[whole] & 0xff) >> (8 - rest) == (first[whole] & 0xff) >> (8 - rest);
        }
    }
}
