package vn.lienthong.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result document that was attached to a dossier after its state, as it came in. Told apart by all that stands here: the
 * same again is a repeat.
 *
 * @param resultCode code of the result in the procedure's list of results
 * @param componentCode code of the paper in the procedure's list of papers
 * @param returnBy how it goes to the applicant
 * @param signedBy who should have signed it, as the source names them
 * @param sealWanted whether the agency's seal was asked for
 * @param visible whether the seal is to be seen on the paper, with a QR code to its verification
 * @param forwardTo for whom it is meant beyond the agency: {@code PORTAL}, {@code POST}…
 * @param mediaType what the received document is, found out from its bytes
 * @param sha256 digest of the received document, in lower-case hexadecimal
 * @param size length of the received document in bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachedResult(
        String title,
        @Nullable String resultCode,
        @Nullable String componentCode,
        DossierContent.@Nullable ReturnBy returnBy,
        List<String> signedBy,
        boolean sealWanted,
        boolean visible,
        List<String> forwardTo,
        String mediaType,
        String sha256,
        long size) {
    /** Keeps its own lists. */
    public AttachedResult {
        signedBy = signedBy == null ? List.of() : List.copyOf(signedBy);
        forwardTo = forwardTo == null ? List.of() : List.copyOf(forwardTo);
    }
}
