package vn.lienthong.signing.internal;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signing.CertificateFact;
import vn.lienthong.signing.Finding;
import vn.lienthong.signing.SignatureVerdict;

/** Reads a verdict out of the library's reports. */
final class VerdictReader {
    private final SimpleReport report;
    private final Reports reports;

    VerdictReader(Reports reports) {
        this.reports = reports;
        this.report = reports.getSimpleReport();
    }

    SignatureVerdict read(String id) {
        SignatureWrapper signature = reports.getDiagnosticData().getSignatureById(id);
        CertificateWrapper certificate = signature.getSigningCertificate();
        SubIndication sub = report.getSubIndication(id);
        boolean coversAll = coversAll(signature);
        return new SignatureVerdict(
                certificate == null ? null : certificate.getReadableCertificateName(),
                signature.getCertificateChain().stream()
                        .map(VerdictReader::fact)
                        .toList(),
                report.getSignatureFormat(id).toString(),
                instant(signature.getClaimedSigningTime()),
                instant(report.getBestSignatureTime(id)),
                stamped(id),
                indication(report.getIndication(id)),
                sub == null ? null : sub.name(),
                coversAll,
                findings(id, sub, coversAll));
    }

    private boolean coversAll(SignatureWrapper signature) {
        List<XmlSignatureScope> scopes = report.getSignatureScopes(signature.getId());
        boolean partly = scopes.stream().anyMatch(scope -> scope.getScope() == SignatureScopeType.PARTIAL);
        return !scopes.isEmpty() && (!partly || onlyProofsFollow(signature.getPDFRevision()));
    }

    /** A PDF grows with each proof that is added to it; nothing else may stand behind the signature. */
    private static boolean onlyProofsFollow(@Nullable PDFRevisionWrapper revision) {
        return revision != null
                && !revision.getPdfExtensionChanges().isEmpty()
                && revision.getPdfSignatureOrFormFillChanges().isEmpty()
                && revision.getPdfAnnotationChanges().isEmpty()
                && revision.getPdfUndefinedChanges().isEmpty();
    }

    private boolean stamped(String id) {
        return report.getSignatureTimestamps(id).stream().anyMatch(stamp -> stamp.getIndication() == Indication.PASSED);
    }

    private List<Finding> findings(String id, @Nullable SubIndication sub, boolean coversAll) {
        Set<Finding> all = new LinkedHashSet<>();
        if (sub != null) {
            all.add(FindingTexts.finding(Finding.Severity.ERROR, sub.name(), sub.name()));
        }
        if (!coversAll) {
            all.add(FindingTexts.finding(
                    Finding.Severity.WARNING, "PARTIAL", "The signature does not cover the whole document."));
        }
        add(all, Finding.Severity.ERROR, report.getAdESValidationErrors(id));
        report.getSignatureTimestamps(id)
                .forEach(stamp -> add(all, Finding.Severity.WARNING, report.getAdESValidationErrors(stamp.getId())));
        add(all, Finding.Severity.WARNING, report.getAdESValidationWarnings(id));
        return new ArrayList<>(all);
    }

    private static void add(Set<Finding> all, Finding.Severity severity, List<Message> messages) {
        messages.forEach(message -> all.add(FindingTexts.finding(severity, message.getKey(), message.getValue())));
    }

    private static SignatureVerdict.Indication indication(Indication found) {
        return switch (found) {
            case TOTAL_PASSED, PASSED -> SignatureVerdict.Indication.TOTAL_PASSED;
            case TOTAL_FAILED, FAILED -> SignatureVerdict.Indication.TOTAL_FAILED;
            default -> SignatureVerdict.Indication.INDETERMINATE;
        };
    }

    private static CertificateFact fact(CertificateWrapper certificate) {
        return new CertificateFact(
                certificate.getCertificateDN(),
                certificate.getCertificateIssuerDN(),
                certificate.getSerialNumber(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.isTrusted());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
