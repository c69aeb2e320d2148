package vn.lienthong.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that partners should learn of. Each enabled partner that takes {@code kind} gets one delivery.
 *
 * @param kind what is to be told, such as {@code dossier} or {@code progress}
 * @param version the event's place among the dossier's events
 * @param fullState whether it tells all of the dossier, so that a later one may replace it
 * @param status the dossier status it tells
 * @param firstOfDossier whether the dossier was unknown before, so that nothing can be waiting for it
 * @param legalDue when the law wants the dossier finished, if known: the more urgent goes first
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
        @Nullable Instant legalDue) {}
