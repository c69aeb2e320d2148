package vn.lienthong.evidence;

import static vn.lienthong.evidence.container.Forging.repacked;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What can be done to a zip so that programs read it differently. */
final class ZipTricks {
    private ZipTricks() {}

    static byte[] hiding(byte[] bytes) {
        int end = bytes.length - 22;
        int start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        byte[] hidden = joined(
                joined(Arrays.copyOf(bytes, start), new byte[9]), Arrays.copyOfRange(bytes, start, bytes.length));
        ByteBuffer.wrap(hidden).order(ByteOrder.LITTLE_ENDIAN).putInt(end + 9 + 16, start + 9);
        return hidden;
    }

    static byte[] renamed(byte[] bytes, String from, String to) {
        return latin(latin(with(bytes, from)).replace(from, to));
    }

    static byte[] with(byte[] bytes, String name) {
        return repacked(bytes, all -> all.put(name, TamperedContainerTest.bytes("more")));
    }

    static byte[] lying(byte[] bytes) {
        byte[] packed = packed(new byte[5000]);
        ByteBuffer zip = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int directory = zip.getInt(packed.length - 22 + 16);
        zip.putInt(directory + 24, 100);
        return packed;
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("message.json"));
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] encrypted(byte[] bytes) {
        byte[] changed = bytes.clone();
        ByteBuffer zip = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        zip.put(6, (byte) (zip.get(6) | 1));
        int directory = zip.getInt(bytes.length - 22 + 16);
        zip.put(directory + 8, (byte) (zip.get(directory + 8) | 1));
        return changed;
    }

    static int findLast(byte[] bytes, String part) {
        return latin(bytes).lastIndexOf(part);
    }

    static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    static int find(byte[] bytes, String part) {
        return latin(bytes).indexOf(part);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
