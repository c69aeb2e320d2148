package vn.lienthong.signing.internal;

import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.ProofLife;

/**
 * How long the proofs in a document last. A signature under an archive time-stamp carries all a later check needs and lasts as
 * long as that stamp; below that level it also needs its signer's certificates to be alive, because only so long somebody
 * tells whether they were revoked.
 */
final class DocumentLife {
    private final List<AdvancedSignature> signatures;

    DocumentLife(Content signed, List<Content> contents) {
        SignedDocumentValidator reader = SignedDocumentValidator.fromDocument(Documents.of(signed));
        reader.setCertificateVerifier(new CommonCertificateVerifier()); // asks nobody
        if (!contents.isEmpty()) {
            reader.setDetachedContents(Documents.of(contents));
        }
        this.signatures = reader.getSignatures();
    }

    /** That of the signature that ends first; empty where there is none. */
    Optional<ProofLife> read() {
        return signatures.stream()
                .map(DocumentLife::of)
                .flatMap(Optional::stream)
                .reduce(ProofLife::and);
    }

    /** The newest time that is proven. */
    Optional<Instant> stampedAt() {
        return signatures.stream()
                .flatMap(each -> each.getAllTimestamps().stream())
                .map(DocumentLife::time)
                .max(Instant::compareTo);
    }

    private static Optional<ProofLife> of(AdvancedSignature signature) {
        Optional<ProofLife> archived = newest(
                Stream.concat(signature.getArchiveTimestamps().stream(), signature.getDocumentTimestamps().stream()));
        return archived.isPresent()
                ? archived
                : Stream.of(newest(signature.getSignatureTimestamps().stream()), signer(signature))
                        .flatMap(Optional::stream)
                        .reduce(ProofLife::and);
    }

    private static Optional<ProofLife> newest(Stream<TimestampToken> stamps) {
        List<TimestampToken> all = stamps.toList();
        // stamps tell whole seconds: of two in one second the renewal is the one that lasts longer
        return all.stream()
                .map(DocumentLife::time)
                .max(Comparator.naturalOrder())
                .flatMap(newest -> all.stream()
                        .filter(stamp -> time(stamp).equals(newest))
                        .flatMap(stamp -> Renewing.life(Renewing.read(stamp.getEncoded())).stream())
                        .max(Comparator.comparing(ProofLife::ends)));
    }

    private static Instant time(TimestampToken stamp) {
        return stamp.getGenerationTime().toInstant();
    }

    private static Optional<ProofLife> signer(AdvancedSignature signature) {
        return Optional.ofNullable(signature.getSigningCertificateToken())
                .map(own -> new ProofLife(own.getNotAfter().toInstant(), Set.of()));
    }
}
