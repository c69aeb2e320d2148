package vn.lienthong.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.container.Manifest;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.container.StrictZip;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.OfflineVerdict;
import vn.lienthong.signing.SignerName;

/** Checks one container: the zip, the signed list of its files, and what the files prove. Finds all, not only the first. */
public final class ContainerCheck {
    private static final byte[] TYPE = Names.TYPE.getBytes(StandardCharsets.US_ASCII);

    private final Seals seals;
    private final List<SignerName> expected;
    private final Instant now;

    /** Judges signatures with these as of {@code now}; every signer must be one of {@code expected}, if any are. */
    public ContainerCheck(Seals seals, List<SignerName> expected, Instant now) {
        this.seals = seals;
        this.now = now;
        this.expected = List.copyOf(expected);
    }

    /** Checks the bytes of the file of this name. */
    public Report check(String file, byte[] bytes) {
        return check(file, StrictZip.read(bytes));
    }

    /** Checks a container that was read already. */
    public Report check(String file, StrictZip.Contents zip) {
        Report report = new Report(file);
        zip.findings().forEach(code -> report.add(Words.error(code)));
        Map<String, byte[]> files = zip.files();
        if (files.isEmpty()) {
            return report;
        }
        if (!zip.mimetypeFirst() || !Arrays.equals(files.get(Names.MIMETYPE), TYPE)) {
            report.add(Words.error("CONTAINER-MIMETYPE"));
        }
        Optional<OfflineVerdict> seal = seal(report, files);
        CheckpointCheck checkpoints = new CheckpointCheck(report, seals, now);
        checkpoints.check(files);
        new ProofReading(report, files, checkpoints).check();
        seal.ifPresent(verdict -> signers(report, verdict, checkpoints));
        return report;
    }

    private Optional<OfflineVerdict> seal(Report report, Map<String, byte[]> files) {
        byte[] manifest = files.get(Names.MANIFEST);
        byte[] signature = files.get(Names.SIGNATURE);
        covered(report, files, manifest);
        if (signature == null) {
            report.add(Words.error("CONTAINER-UNSIGNED"));
            return Optional.empty();
        }
        if (manifest == null) {
            return Optional.empty();
        }
        OfflineVerdict verdict = seals.judge(signature, manifest);
        seals.tell(report, "CONTAINER-", verdict);
        return Optional.of(verdict);
    }

    private static void covered(Report report, Map<String, byte[]> files, byte @Nullable [] manifest) {
        Optional<Map<String, byte[]>> read = manifest == null ? Optional.empty() : Manifest.read(manifest);
        if (read.isEmpty()) {
            report.add(Words.error("CONTAINER-MANIFEST"));
            return;
        }
        Map<String, byte[]> listed = read.get();
        Set<String> uncovered = new HashSet<>(files.keySet());
        uncovered.removeAll(Set.of(Names.MIMETYPE, Names.MANIFEST, Names.SIGNATURE));
        uncovered.removeAll(listed.keySet());
        uncovered.stream().sorted().forEach(name -> report.add(Words.error("ENTRY-UNCOVERED", name)));
        listed.forEach((name, digest) -> {
            byte[] file = files.get(name);
            if (file == null) {
                report.add(Words.error("ENTRY-MISSING", name));
            } else if (!Arrays.equals(Sha256.of(file), digest)) {
                report.add(Words.error("ENTRY-CHANGED", name));
            }
        });
    }

    /** Whoever is not expected by name must be the one who signed all the rest. */
    private void signers(Report report, OfflineVerdict container, CheckpointCheck checkpoints) {
        Set<@Nullable String> all = new HashSet<>(checkpoints.signers());
        all.add(container.signer());
        if (report.signer() == null) {
            report.signedBy(container.signer(), report.stampedAt());
        }
        if (expected.isEmpty()) {
            if (all.size() > 1) {
                report.add(Words.error("SIGNER-DIFFERS"));
            }
        } else if (!all.stream().allMatch(this::isExpected)) {
            report.add(Words.error("SIGNER-UNEXPECTED"));
        }
    }

    private boolean isExpected(@Nullable String signer) {
        return signer != null && expected.stream().anyMatch(name -> name.names(signer));
    }
}
