package vn.lienthong.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.container.Manifest;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.container.StrictZip;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.OfflineVerdict;

/** Checks one container: the zip, the signed list of its files, and what the files prove. Finds all, not only the first. */
public final class ContainerCheck {
    private static final byte[] TYPE = Names.TYPE.getBytes(StandardCharsets.US_ASCII);

    private final Seals seals;
    private final @Nullable String expectedSigner;

    /** Judges signatures with these; {@code expectedSigner} must be part of every signer's name, if given. */
    public ContainerCheck(Seals seals, @Nullable String expectedSigner) {
        this.seals = seals;
        this.expectedSigner = expectedSigner;
    }

    /** Checks the bytes of the file of this name. */
    public Report check(String file, byte[] bytes) {
        Report report = new Report(file);
        StrictZip.Contents zip = StrictZip.read(bytes);
        zip.findings().forEach(code -> report.add(Words.error(code)));
        Map<String, byte[]> files = zip.files();
        if (files.isEmpty()) {
            return report;
        }
        if (!zip.mimetypeFirst() || !Arrays.equals(files.get(Names.MIMETYPE), TYPE)) {
            report.add(Words.error("CONTAINER-MIMETYPE"));
        }
        Optional<OfflineVerdict> seal = seal(report, files);
        CheckpointCheck checkpoints = new CheckpointCheck(report, seals);
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

    private void signers(Report report, OfflineVerdict container, CheckpointCheck checkpoints) {
        checkpoints.signers().forEach(signer -> {
            if (!Objects.equals(signer, container.signer())) {
                report.add(Words.error("SIGNER-DIFFERS"));
            }
        });
        String signer = container.signer();
        if (expectedSigner != null && (signer == null || !signer.contains(expectedSigner))) {
            report.add(Words.error("SIGNER-UNEXPECTED"));
        }
    }
}
