package vn.lienthong.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.partner.Partner;

/**
 * An event that partners should learn of. Each enabled partner that takes {@code kind} gets one delivery, or only the one
 * partner that is named.
 *
 * @param kind what is to be told, such as {@code dossier} or {@code progress}
 * @param version the event's place among the dossier's events
 * @param fullState whether it tells all of the dossier, so that a later one may replace it
 * @param status the dossier status it tells
 * @param firstOfDossier whether the dossier was unknown before, so that nothing can be waiting for it
 * @param legalDue when the law wants the dossier finished, if known: the more urgent goes first
 * @param partner the one partner it is for; null for all who take the kind
 * @param procedure code of the dossier's procedure; null while only steps were told
 */
public record DeliveryRequest(
        String kind,
        String dossierNumber,
        UUID eventId,
        int version,
        boolean fullState,
        String status,
        String intakeAgency,
        String competentAgency,
        boolean firstOfDossier,
        @Nullable Instant legalDue,
        @Nullable String partner,
        @Nullable String procedure) {
    /** Kind of a delivery that brings a result: no other takes its place, however full the state it tells. */
    public static final String RESULT = "result";

    /** The partner that counts dossiers: the legs of one must not stand there beside it. */
    public static final String PORTAL = "portal";

    /** For every partner that takes the kind. */
    public DeliveryRequest(
            String kind,
            String dossierNumber,
            UUID eventId,
            int version,
            boolean fullState,
            String status,
            String intakeAgency,
            String competentAgency,
            boolean firstOfDossier,
            @Nullable Instant legalDue) {
        this(
                kind,
                dossierNumber,
                eventId,
                version,
                fullState,
                status,
                intakeAgency,
                competentAgency,
                firstOfDossier,
                legalDue,
                null,
                null);
    }

    /** For this partner, or, where it is null, for every one that takes the kind whatever the procedure. */
    public DeliveryRequest(
            String kind,
            String dossierNumber,
            UUID eventId,
            int version,
            boolean fullState,
            String status,
            String intakeAgency,
            String competentAgency,
            boolean firstOfDossier,
            @Nullable Instant legalDue,
            @Nullable String partner) {
        this(
                kind,
                dossierNumber,
                eventId,
                version,
                fullState,
                status,
                intakeAgency,
                competentAgency,
                firstOfDossier,
                legalDue,
                partner,
                null);
    }

    /** Whether it takes the place of earlier full states of its kind. */
    boolean replaces() {
        return fullState && !firstOfDossier && !kind.equals(RESULT);
    }

    /** Whether it is for this partner: named, or one of all, and then of those that its entry lets through. */
    boolean concerns(String id, Partner entry) {
        return entry.kinds().contains(kind)
                && (partner == null ? entry.only().takes(procedure, competentAgency, status) : partner.equals(id));
    }
}
