package vn.lienthong.inbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Rights;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierListener;
import vn.lienthong.dossier.Rehoming;
import vn.lienthong.kernel.GatewayClock;

/**
 * Hands the inbox of an agency that ended to the one that took over: first what waits there, in its order, then all that is
 * told to it later. While it does so nothing is placed, so that nothing overtakes what came before it.
 */
@Component
class HandOver implements DossierListener {
    private static final int BATCH = 500;
    private static final String TYPE = "vn.lienthong.dossier.rehomed.v1";

    private final PlacementRepository placements;
    private final Rights rights;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final GatewayClock clock;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    HandOver(
            PlacementRepository placements,
            Rights rights,
            TransactionTemplate transaction,
            Inbox inbox,
            GatewayClock clock) {
        this.placements = placements;
        this.rights = rights;
        this.transaction = transaction;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Hands over the inbox of every agency that has ended by now; costs a look into memory when that was done before. */
    void settle() {
        Map<String, String> ended = rights.takenOver();
        if (!done.containsAll(ended.keySet())) {
            ended.forEach(this::settle);
        }
    }

    private void settle(String from, String to) {
        if (!done.contains(from)) {
            boolean more = !placements.redirected(from, "");
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> batch(from, to)));
            }
            done.add(from);
        }
    }

    private boolean batch(String from, String to) {
        placements.holdPlacing();
        boolean all = placements.move(from, "", to, BATCH) < BATCH;
        if (all) {
            placements.redirect(from, "", to);
        }
        return !all;
    }

    @Override
    public void told(List<TellState> states) {}

    /** Where a person chose, what is told of that dossier goes with it; and the new agency learns that it has the dossier. */
    @Override
    public void rehomed(List<NoteRehomed> rehomings) {
        for (NoteRehomed one : rehomings) {
            Rehoming rehoming = one.rehoming();
            String number = one.number().value();
            if (!rights.takenOver().containsKey(rehoming.from())) {
                placements.holdPlacing();
                placements.move(rehoming.from(), number, rehoming.to(), Integer.MAX_VALUE);
                placements.redirect(rehoming.from(), number, rehoming.to());
            }
            inbox.tell(new InboxEvent(
                    new Receiver.OfAgency(rehoming.to()),
                    TYPE,
                    number,
                    clock.now(),
                    new DossierRehomed(
                            number,
                            rehoming.from(),
                            rehoming.to(),
                            rehoming.manner(),
                            rehoming.holdsFrom().toString(),
                            rehoming.legalBasis(),
                            one.eventId().toString())));
        }
    }

    /** Data of {@value #TYPE}. */
    record DossierRehomed(
            String dossierNumber,
            String from,
            String to,
            String how,
            String holdsFrom,
            String legalBasis,
            String eventId) {}
}
