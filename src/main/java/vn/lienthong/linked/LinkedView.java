package vn.lienthong.linked;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.calendar.Standing;
import vn.lienthong.kernel.GatewayClock;

/** A leg in an answer. */
record LinkedView(
        String code,
        String name,
        String procedureCode,
        List<String> after,
        LegView.State state,
        @Nullable String dossierNumber,
        @Nullable OffsetDateTime readyAt,
        @Nullable OffsetDateTime beganAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Standing standing,
        boolean early) {
    static LinkedView of(LegView view) {
        LegDossier dossier = view.dossier();
        return new LinkedView(
                view.leg().code(),
                view.leg().name(),
                view.leg().procedure(),
                view.leg().after(),
                view.state(),
                dossier == null ? null : dossier.number(),
                local(view.ready()),
                dossier == null ? null : local(dossier.began()),
                local(view.due()),
                local(view.ended()),
                view.standing(),
                view.early());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
    }
}
