package vn.lienthong.document.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;
import vn.lienthong.document.BucketProperties;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;

/** Looks at an S3-compatible store as the gateway would use it, reading one small thing and writing none. */
public final class BucketExamination {
    private final BucketProperties settings;
    private final GatewayClock clock;

    /** Of the store that these settings name. */
    public BucketExamination(BucketProperties settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What was found. */
    public List<Diagnosis> examine() {
        List<Bilingual> missing = settings.missing();
        if (!missing.isEmpty()) {
            return missing.stream()
                    .map(text -> Diagnosis.error(
                            "FILES-SETTINGS",
                            text,
                            new Bilingual(
                                    "Đặt thiết lập ấy, hoặc lienthong.document.store=folder.",
                                    "Set it, or lienthong.document.store=folder.")))
                    .toList();
        }
        List<Diagnosis> found = new ArrayList<>();
        keyFile().ifPresent(found::add);
        found.add(store());
        return found;
    }

    private Diagnosis store() {
        long begun = clock.monotonicNanos();
        String bucket = Objects.requireNonNull(settings.bucket());
        String where = bucket + " (" + settings.endpoint() + ")";
        try (S3Client client = BucketLine.open(settings)) {
            Optional<UUID> identity = Bucket.identity(client, settings, bucket).read();
            long millis = (clock.monotonicNanos() - begun) / 1_000_000;
            return identity.isPresent()
                    ? Diagnosis.well(
                            "FILES-STORE",
                            "Đọc được kho tệp " + where + " trong " + millis + " ms.",
                            "The store of files " + where + " was read in " + millis + " ms.")
                    : Diagnosis.well(
                            "FILES-STORE-NEW",
                            "Kho tệp " + where + " trả lời, chưa trục nào dùng.",
                            "The store of files " + where + " answers; no gateway has used it yet.");
        } catch (DepotTrouble trouble) {
            return Diagnosis.error(
                    "FILES-" + trouble.fault().name().replace('_', '-'),
                    new Bilingual(
                            trouble.fault().found().vi() + ": " + where,
                            Objects.requireNonNull(trouble.getMessage()) + ": " + where),
                    trouble.fault().remedy());
        }
    }

    private Optional<Diagnosis> keyFile() {
        Path file = Objects.requireNonNull(settings.keyFile());
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of(Diagnosis.warning(
                            "FILES-KEY-OPEN",
                            new Bilingual(
                                    "Mọi người dùng máy này đọc được " + file + ".",
                                    "Every user of this machine can read " + file + "."),
                            new Bilingual("Chạy chmod 600 cho tệp ấy.", "Run chmod 600 on it.")))
                    : Optional.empty();
        } catch (IOException unreadable) {
            // the look at the store names it
            return Optional.empty();
        }
    }
}
