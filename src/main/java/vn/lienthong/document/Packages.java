package vn.lienthong.document;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Takes files out of a ZIP that a caller handed in and keeps each under the digest of what it holds, in that caller's hand.
 * What the ZIP says of itself is not believed: sizes are measured as bytes come out, names lead nowhere, and a ZIP inside it
 * is a file like others.
 */
@Component
public class Packages {
    private static final Pattern UNSAFE =
            Pattern.compile("(^|.*/)\\.\\.(/.*|$)|^/.*|.*[\\\\\\p{Cntrl}].*|^[A-Za-z]:.*");
    private static final int LONGEST_NAME = 500;
    private static final int PIECE = 16 * 1024;
    private static final long SMALL = 1024L * 1024;

    private final FileStore store;
    private final FileRepository files;
    private final Attachments attachments;
    private final Limits limits;

    /**
     * How much may come out.
     *
     * @param entries most files
     * @param largest longest file
     * @param total all files together
     * @param times how many times longer than the ZIP they may be, once they are longer than a megabyte
     */
    record Limits(int entries, long largest, long total, int times) {
        private static final Limits USUAL = new Limits(10_000, 32L << 20, 1L << 30, 100);
    }

    @Autowired
    Packages(FileStore store, FileRepository files, Attachments attachments) {
        this(store, files, attachments, Limits.USUAL);
    }

    Packages(FileStore store, FileRepository files, Attachments attachments, Limits limits) {
        this.store = store;
        this.files = files;
        this.attachments = attachments;
        this.limits = limits;
    }

    /** Unpacks a file that this caller handed in; how many came out. Refuses with 422 what is no sound ZIP. */
    public int unpack(Sha256Name zip, Caller caller) {
        if (!attachments.inHand(caller, Set.of(zip)).contains(zip)) {
            throw refused("PACKAGE-MISSING", "Chưa tải gói tệp này lên.", "This package of files was not handed in.");
        }
        try (Counted packed = new Counted(store.open(zip).orElseThrow(FileProblems::unreachable));
                ZipInputStream in = new ZipInputStream(packed, StandardCharsets.UTF_8)) {
            return unpack(in, packed, caller);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(
                    "PACKAGE-BROKEN",
                    "Gói tệp không phải ZIP đọc được, hoặc có tệp đặt mật khẩu.",
                    "The package is no ZIP that can be read, or holds an encrypted file.");
        }
    }

    private int unpack(ZipInputStream in, Counted packed, Caller caller) throws IOException {
        Set<String> names = new HashSet<>();
        int count = 0;
        long total = 0;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            requireSafe(entry.getName(), names);
            if (names.size() > limits.entries()) {
                throw tooMuch("quá " + limits.entries() + " mục", "more than " + limits.entries() + " entries");
            }
            byte[] file = read(in, packed, total);
            total += file.length;
            if (!entry.isDirectory()) {
                keep(file, caller);
                count++;
            }
        }
        if (count == 0) {
            throw refused("PACKAGE-EMPTY", "Gói không có tệp nào.", "The package holds no file.");
        }
        return count;
    }

    private static void requireSafe(String name, Set<String> names) {
        if (name.length() > LONGEST_NAME || UNSAFE.matcher(name).matches() || !names.add(name)) {
            throw refused(
                    "PACKAGE-NAME",
                    "Gói có tên tệp lặp lại hoặc không an toàn.",
                    "The package repeats a name or holds one that is not safe.");
        }
    }

    private byte[] read(ZipInputStream in, Counted packed, long before) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream(PIECE);
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            file.write(piece, 0, read);
            long out = before + file.size();
            if (file.size() > limits.largest() || out > limits.total()) {
                throw tooMuch("tệp quá lớn", "files that are too large");
            }
            if (out > SMALL && out / limits.times() > packed.count) {
                throw tooMuch("tỷ lệ nén bất thường", "a ratio of compression that no papers have");
            }
        }
        return file.toByteArray();
    }

    private void keep(byte[] file, Caller caller) {
        if (!store.roomFor(file.length)) {
            throw FileProblems.diskLow();
        }
        Sha256Name name = store.put(file);
        files.keep(name, file.length, "application/octet-stream");
        files.own(name, Attachments.owner(caller));
    }

    private static ProblemException tooMuch(String vi, String en) {
        return refused("PACKAGE-TOO-LARGE", "Gói tệp có " + vi + ".", "The package holds " + en + ".");
    }

    private static ProblemException refused(String code, String vi, String en) {
        return new ProblemException(Problem.at(422, code, "/package", vi, en));
    }

    /** Counts the packed bytes as they are taken. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count += Math.max(0, read);
            return read;
        }
    }
}
