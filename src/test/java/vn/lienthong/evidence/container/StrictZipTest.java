package vn.lienthong.evidence.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StrictZipTest {
    private static final Map<String, byte[]> FILES = files();
    private static final byte[] STORED = ContainerWriter.zip(FILES);

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Names.MIMETYPE, Names.TYPE.getBytes(StandardCharsets.US_ASCII));
        files.put("message.json", "{\"name\":\"Nguyễn Văn Mẫu\"}".repeat(20).getBytes(StandardCharsets.UTF_8));
        files.put("leaf.txt", "lienthong/leaf/1\n".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void readsWhatOurWriterPacks() {
        StrictZip.Contents read = StrictZip.read(STORED);
        assertThat(read.findings()).isEmpty();
        assertThat(read.mimetypeFirst()).isTrue();
        assertSame(read.files());
    }

    @Test
    void readsWhatAnOrdinaryProgramPackedAnew() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) { // compressed, with sizes behind the data
            for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        StrictZip.Contents read = StrictZip.read(bytes.toByteArray());
        assertThat(read.findings()).isEmpty();
        assertThat(read.mimetypeFirst()).as("compressed").isFalse();
        assertSame(read.files());
    }

    @Test
    void givesTheSameBytesForTheSameFiles() {
        assertThat(ContainerWriter.zip(FILES)).isEqualTo(STORED);
    }

    @Property(tries = 3000)
    void readsNothingElse_withoutSayingSo_whateverBitIsFlipped(
            @ForAll @IntRange(min = 0, max = 1_000_000) int anywhere, @ForAll @IntRange(min = 0, max = 7) int bit) {
        byte[] changed = STORED.clone();
        changed[anywhere % changed.length] ^= (byte) (1 << bit);
        StrictZip.Contents read = StrictZip.read(changed);
        if (read.findings().isEmpty()) {
            assertSame(read.files());
            assertThat(read.mimetypeFirst()).isTrue();
        }
    }

    @Property(tries = 500)
    void findsEveryCut(@ForAll @IntRange(min = 1, max = 1_000_000) int any) {
        int length = STORED.length - 1 - any % (STORED.length - 1);
        assertThat(StrictZip.read(Arrays.copyOf(STORED, length)).findings()).isNotEmpty();
    }

    @Property(tries = 500)
    void survivesAnyBytes(@ForAll byte[] anything) {
        assertThat(StrictZip.read(anything).findings()).isNotEmpty();
    }

    private static void assertSame(Map<String, byte[]> files) {
        assertThat(files.keySet()).containsExactlyElementsOf(FILES.keySet());
        files.forEach((name, bytes) -> assertThat(bytes).isEqualTo(FILES.get(name)));
    }
}
