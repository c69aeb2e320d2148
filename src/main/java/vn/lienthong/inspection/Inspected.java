package vn.lienthong.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.Finding;

/**
 * What a person is told about a document.
 *
 * @param sha256 of the document, in lower-case hexadecimal
 * @param notes what is to be known beside the signatures
 */
record Inspected(Outcome outcome, String sha256, List<Signature> signatures, List<Bilingual> notes) {
    /** In one word. */
    enum Outcome {
        /** Whole, and every signature holds. */
        GOOD,
        /** Nothing speaks against it, and not everything could be confirmed. */
        OPEN,
        /** Changed, or with a signature that must not be believed. */
        BAD,
        /** It carries no signature. */
        UNSIGNED,
        /** It is no document in which signatures could be looked for. */
        UNREADABLE
    }

    /**
     * One signature.
     *
     * @param signer the name in the certificate
     * @param issuer who vouches for that name
     * @param claimedAt when the signer says to have signed
     * @param stampedAt the time that a third party proves
     */
    record Signature(
            Outcome outcome,
            @Nullable String signer,
            @Nullable String issuer,
            @Nullable String form,
            @Nullable String claimedAt,
            @Nullable String stampedAt,
            List<Finding> findings) {}

    Inspected with(List<Bilingual> more) {
        List<Bilingual> all = new java.util.ArrayList<>(notes);
        all.addAll(more);
        return new Inspected(outcome, sha256, signatures, List.copyOf(all));
    }
}
