package vn.lienthong.console;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.Reason;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.Rehoming;
import vn.lienthong.workitem.WorkItem;

/**
 * One thing that happened to a dossier.
 *
 * @param kind {@code STATE}, {@code STEP}, {@code EVENT}, {@code ATTEMPT}, {@code ASKED} or {@code WORK}
 * @param state the dossier's status, a delivery's state or a work item's, a key of the texts; null where there is none
 */
record TimelineEntry(
        Instant when,
        Moment at,
        String kind,
        @Nullable String state,
        @Nullable String text,
        @Nullable String href,
        @Nullable String hrefText,
        @Nullable String evidenceHref) {

    static TimelineEntry of(DossierEvent event, boolean open, Desk desk) {
        String kind = "EVENT";
        String state = null;
        String text = null;
        if (event instanceof DossierEvent.StateTold told) {
            Rehoming rehoming = told.rehoming();
            kind = "STATE";
            state = "dossier." + told.content().status().name();
            text = rehoming == null ? null : rehoming.words();
        } else if (event instanceof DossierEvent.StepTold told) {
            kind = "STEP";
            state = "dossier." + told.step().status().name();
            text = open
                    ? told.step().officer() + ": " + told.step().note()
                    : told.step().officer();
        }
        return entry(
                event.acceptedAt(),
                kind,
                state,
                text,
                null,
                "v" + event.version(),
                crossedTheWall(event) ? evidence(event.id(), event.dossierNumber()) : null,
                desk);
    }

    /** What was handed on from another dossier came from inside, and so did what follows from the end of an agency. */
    private static boolean crossedTheWall(DossierEvent event) {
        if (event instanceof DossierEvent.StateTold told) {
            return told.rehoming() == null;
        }
        return !(event instanceof DossierEvent.FactsTold facts)
                || facts.known().from().equals(facts.dossierNumber());
    }

    static TimelineEntry of(Delivery delivery, Attempt attempt, Desk desk) {
        String reason = attempt.reason();
        return entry(
                attempt.at(),
                attempt.asked() ? "ASKED" : "ATTEMPT",
                "state." + attempt.outcome(),
                reason == null ? null : desk.say(Reason.ofCode(reason).text()),
                "/deliveries/" + delivery.id(),
                delivery.partner() + "/" + delivery.kind() + " #" + delivery.id() + " v" + delivery.version(),
                attempt.evidenceId() == null
                        ? null
                        : Links.to("/deliveries/" + delivery.id(), "attempt", attempt.number()) + "#exchange",
                desk);
    }

    static TimelineEntry of(WorkItem item, Desk desk) {
        return entry(
                item.openedAt(),
                "WORK",
                "work." + item.state().name(),
                Mask.text(desk.say(item.detail())),
                Links.to("/work-items", "dossier", item.dossierNumber()),
                item.code(),
                null,
                desk);
    }

    private static String evidence(UUID id, String dossierNumber) {
        return Links.to("/evidence/" + id, "dossier", dossierNumber);
    }

    private static TimelineEntry entry(
            Instant when,
            String kind,
            @Nullable String state,
            @Nullable String text,
            @Nullable String href,
            @Nullable String hrefText,
            @Nullable String evidenceHref,
            Desk desk) {
        return new TimelineEntry(
                when, Objects.requireNonNull(desk.moment(when)), kind, state, text, href, hrefText, evidenceHref);
    }
}
