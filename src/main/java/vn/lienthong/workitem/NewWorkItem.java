package vn.lienthong.workitem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/**
 * Something that a person should look at.
 *
 * @param code what kind of finding, {@code AREA-REASON}
 * @param agency who owns it
 * @param detail what was found and what to do; no personal data
 */
public record NewWorkItem(
        String code,
        @Nullable String dossierNumber,
        String agency,
        @Nullable Long deliveryId,
        @Nullable UUID eventId,
        Bilingual detail) {}
