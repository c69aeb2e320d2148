package vn.lienthong.evidence.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a zip in which each byte belongs to exactly one thing: no hidden parts, no two files of one name, no header that
 * says something else than the other, nothing that grows beyond measure. Whatever different programs would read
 * differently is a finding.
 */
public final class StrictZip {
    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int USUAL_FLAGS = 0x080e; // compression options, sizes behind the data, names in UTF-8
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 64L << 20;

    private final ByteBuffer zip;
    private final long most;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<String> folded = new HashSet<>();
    private final Set<String> findings = new java.util.LinkedHashSet<>();
    private long inflated;
    private boolean mimetypeFirst;

    private StrictZip(byte[] bytes, long most) {
        this.most = most;
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What was found in a zip.
     *
     * @param files what could be read, by name
     * @param findings codes beginning with {@code ZIP-}
     * @param mimetypeFirst whether the file {@code mimetype} stands first, uncompressed
     */
    public record Contents(Map<String, byte[]> files, List<String> findings, boolean mimetypeFirst) {}

    private record Entry(String name, int flags, int method, long crc, long packed, long size, long local) {}

    /** Reads what can be read. */
    public static Contents read(byte[] bytes) {
        return read(bytes, MOST_BYTES);
    }

    /** Reads what can be read, as long as it does not unpack to more than this. */
    public static Contents read(byte[] bytes, long most) {
        StrictZip reader = new StrictZip(bytes, most);
        try {
            reader.all();
        } catch (RuntimeException beyondTheEnd) {
            reader.findings.add("ZIP-HEADERS");
        }
        return new Contents(reader.files, List.copyOf(reader.findings), reader.mimetypeFirst);
    }

    private void all() {
        int end = end();
        if (end < 0) {
            findings.add("ZIP-TRUNCATED");
            return;
        }
        int count = zip.getShort(end + 10) & 0xffff;
        long length = zip.getInt(end + 12) & 0xffffffffL;
        long start = zip.getInt(end + 16) & 0xffffffffL;
        if (end + END_LENGTH != zip.limit() || zip.getShort(end + 20) != 0) {
            findings.add("ZIP-TRAILING");
        }
        if (start + length != end || (zip.getShort(end + 8) & 0xffff) != count || zip.getInt(end + 4) != 0) {
            findings.add("ZIP-HEADERS");
        }
        if (count > MOST_FILES) {
            findings.add("ZIP-BOMB");
            return;
        }
        List<Entry> entries = central((int) start, count, end);
        entries.sort(Comparator.comparingLong(Entry::local));
        long expected = 0;
        for (Entry entry : entries) {
            if (entry.local() != expected) {
                findings.add("ZIP-HIDDEN");
            }
            expected = local(entry);
        }
        if (expected != start) {
            findings.add("ZIP-HIDDEN");
        }
    }

    /** Where the end record stands: at the very end, or before something that does not belong there. */
    private int end() {
        for (int at = zip.limit() - END_LENGTH; at >= 0; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private List<Entry> central(int start, int count, int end) {
        List<Entry> entries = new ArrayList<>();
        int at = start;
        for (int i = 0; i < count; i++) {
            if (zip.getInt(at) != CENTRAL) {
                findings.add("ZIP-HEADERS");
                return entries;
            }
            int nameLength = zip.getShort(at + 28) & 0xffff;
            int more = (zip.getShort(at + 30) & 0xffff) + (zip.getShort(at + 32) & 0xffff);
            Entry entry = new Entry(
                    text(at + CENTRAL_LENGTH, nameLength),
                    zip.getShort(at + 8) & 0xffff,
                    zip.getShort(at + 10) & 0xffff,
                    zip.getInt(at + 16) & 0xffffffffL,
                    zip.getInt(at + 20) & 0xffffffffL,
                    zip.getInt(at + 24) & 0xffffffffL,
                    zip.getInt(at + 42) & 0xffffffffL);
            name(entry.name());
            entries.add(entry);
            at += CENTRAL_LENGTH + nameLength + more;
        }
        if (at != end) {
            findings.add("ZIP-HEADERS");
        }
        if (!entries.isEmpty()) {
            Entry first = entries.getFirst();
            mimetypeFirst =
                    first.local() == 0 && first.method() == 0 && first.name().equals(Names.MIMETYPE);
        }
        return entries;
    }

    private void name(String name) {
        boolean plain = !name.isEmpty()
                && !name.startsWith("/")
                && !name.endsWith("/")
                && name.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == ':' || c == 0xfffd)
                && !List.of(name.split("/", -1)).contains("..")
                && !List.of(name.split("/", -1)).contains(".");
        if (!plain) {
            findings.add("ZIP-PATH");
        }
        if (!folded.add(name.toLowerCase(Locale.ROOT))) {
            findings.add("ZIP-DUPLICATE");
        }
    }

    /** Reads one file and tells where it ends. */
    private long local(Entry entry) {
        int at = Math.toIntExact(entry.local());
        int nameLength = zip.getShort(at + 26) & 0xffff;
        boolean sizesBehind = (entry.flags() & 8) != 0;
        boolean same = zip.getInt(at) == LOCAL
                && (zip.getShort(at + 6) & 0xffff) == entry.flags()
                && (zip.getShort(at + 8) & 0xffff) == entry.method()
                && text(at + LOCAL_LENGTH, nameLength).equals(entry.name())
                && (sizesBehind
                        || ((zip.getInt(at + 14) & 0xffffffffL) == entry.crc()
                                && (zip.getInt(at + 18) & 0xffffffffL) == entry.packed()
                                && (zip.getInt(at + 22) & 0xffffffffL) == entry.size()));
        if (!same) {
            findings.add("ZIP-HEADERS");
        }
        int from = at + LOCAL_LENGTH + nameLength + (zip.getShort(at + 28) & 0xffff);
        int to = Math.toIntExact(from + entry.packed());
        content(entry, from);
        if (!sizesBehind) {
            return to;
        }
        return (long) to + (zip.getInt(to) == DESCRIPTOR ? 16 : 12);
    }

    private void content(Entry entry, int from) {
        if ((entry.flags() & ~USUAL_FLAGS) != 0 || (entry.method() != 0 && entry.method() != 8)) {
            findings.add("ZIP-METHOD");
            return;
        }
        boolean kept = entry.method() == 0;
        if (entry.packed() > zip.limit() - from || (kept && entry.packed() != entry.size())) {
            findings.add("ZIP-HEADERS"); // before anything is reserved for it
            return;
        }
        inflated += entry.size();
        if (inflated > most || entry.size() > 1100 * (entry.packed() + 1)) {
            findings.add("ZIP-BOMB");
            return;
        }
        byte[] packed = new byte[(int) entry.packed()];
        zip.get(from, packed);
        byte[] bytes = kept ? packed : inflate(packed, (int) entry.size());
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (bytes.length != entry.size() || sum.getValue() != entry.crc()) {
            findings.add("ZIP-CRC");
        }
        files.putIfAbsent(entry.name(), bytes);
    }

    private byte[] inflate(byte[] packed, int size) {
        byte[] bytes = new byte[size + 1]; // one more shows what grows beyond its word
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            int length = 0;
            while (length < bytes.length && !inflater.finished()) {
                int more = inflater.inflate(bytes, length, bytes.length - length);
                if (more == 0) {
                    break;
                }
                length += more;
            }
            if (length > size) {
                findings.add("ZIP-BOMB");
            }
            return java.util.Arrays.copyOf(bytes, Math.min(length, size));
        } catch (DataFormatException broken) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private String text(int at, int length) {
        byte[] bytes = new byte[length];
        zip.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
