package vn.lienthong.civilstatus;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration claimed to be read back.
 *
 * @param resultHash of the facts that were taken last
 * @param strange the last reading that was not believed
 * @param token whose claim it is
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares registrations
record Registration(
        String dossierNumber,
        String agency,
        String module,
        String province,
        RegistrationState state,
        byte @Nullable [] resultHash,
        @Nullable String strange,
        UUID token) {}
