package vn.lienthong.dossier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lienthong.kernel.Sha256;

/**
 * Tells steps of a source that does not count them apart: two tellings are one step when dossier, time, officer, status and
 * note are the same, whatever else differs. Each part stands after its length, so that no two lists of parts run together.
 */
final class StepIdentity {
    private StepIdentity() {}

    static byte[] of(DossierNumber number, ProgressStep step) {
        List<String> parts = List.of(
                number.value(),
                step.occurredAt().toInstant().toString(),
                step.officer(),
                step.status().name(),
                step.note());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            joined.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            joined.writeBytes(bytes);
        }
        return Sha256.of(joined.toByteArray());
    }
}
