package vn.lienthong.evidence.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts files into a container: nothing compressed, nothing twice, every file in the signed list. */
public final class ContainerWriter {
    /** The first moment that a zip can tell. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Adds a file. */
    public ContainerWriter add(String name, byte[] bytes) {
        if (files.put(name, bytes) != null) {
            throw new IllegalArgumentException("Twice: " + name);
        }
        return this;
    }

    /** Whether it holds such a file. */
    public boolean holds(String name) {
        return files.containsKey(name);
    }

    /** What is to be signed. */
    public byte[] manifest() {
        return Manifest.of(files);
    }

    /** The container, with the signature over its {@link #manifest()}. */
    public byte[] seal(byte[] signature) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(Names.MIMETYPE, Names.TYPE.getBytes(StandardCharsets.US_ASCII));
        all.putAll(files);
        all.put(Names.MANIFEST, manifest());
        all.put(Names.SIGNATURE, signature);
        return zip(all);
    }

    /** Packs files as they are. */
    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(stored(file.getKey(), file.getValue()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(BEGINNING); // the same content gives the same container
        return entry;
    }
}
