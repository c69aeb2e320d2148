package vn.lienthong.dossier;

import static java.util.Map.entry;
import static vn.lienthong.dossier.DossierStatus.ACCEPTED;
import static vn.lienthong.dossier.DossierStatus.IN_PROGRESS;
import static vn.lienthong.dossier.DossierStatus.NOT_ACCEPTED;
import static vn.lienthong.dossier.DossierStatus.PAYMENT_REQUESTED;
import static vn.lienthong.dossier.DossierStatus.PROCESSED;
import static vn.lienthong.dossier.DossierStatus.REGISTERED;
import static vn.lienthong.dossier.DossierStatus.RETURNED;
import static vn.lienthong.dossier.DossierStatus.STOPPED;
import static vn.lienthong.dossier.DossierStatus.SUPPLEMENT_REQUESTED;
import static vn.lienthong.dossier.DossierStatus.WITHDRAWN;

import java.util.Map;
import java.util.Set;

/**
 * How a dossier's status may move. Three kinds: usual, unusual (kept, and an officer is asked to look) and impossible
 * (refused): leaving NOT_ACCEPTED, STOPPED or RETURNED, and returning to REGISTERED. The usual ones follow NĐ 118/2025 as
 * provinces run it; the list is a product rule, not a legal one.
 */
final class StatusEdges {
    private static final Map<DossierStatus, Set<DossierStatus>> USUAL = Map.ofEntries(
            entry(REGISTERED, Set.of(ACCEPTED, NOT_ACCEPTED, SUPPLEMENT_REQUESTED, WITHDRAWN)),
            entry(ACCEPTED, Set.of(IN_PROGRESS, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, STOPPED)),
            entry(IN_PROGRESS, Set.of(SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, STOPPED, PROCESSED)),
            entry(SUPPLEMENT_REQUESTED, Set.of(ACCEPTED, IN_PROGRESS, WITHDRAWN, STOPPED)),
            entry(PAYMENT_REQUESTED, Set.of(IN_PROGRESS, PROCESSED, STOPPED)),
            entry(WITHDRAWN, Set.of(STOPPED, IN_PROGRESS)),
            entry(PROCESSED, Set.of(RETURNED)));

    private static final Set<DossierStatus> FINAL = Set.of(NOT_ACCEPTED, STOPPED, RETURNED);

    private StatusEdges() {}

    /** Whether nothing comes after this status. */
    static boolean ends(DossierStatus status) {
        return FINAL.contains(status);
    }

    /** What a move from one status to another is. */
    static Kind of(DossierStatus from, DossierStatus to) {
        if (from == to) {
            return Kind.USUAL;
        }
        if (FINAL.contains(from) || to == REGISTERED) {
            return Kind.IMPOSSIBLE;
        }
        return USUAL.getOrDefault(from, Set.of()).contains(to) ? Kind.USUAL : Kind.UNUSUAL;
    }

    /** How a move is taken. */
    enum Kind {
        USUAL,
        UNUSUAL,
        IMPOSSIBLE
    }
}
