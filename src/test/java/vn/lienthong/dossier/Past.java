package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.MadeUp;

/** A dossier as earlier tellings left it: what a judge is shown. */
final class Past {
    static final String NUMBER = MadeUp.WARD + "-260105-0001";
    static final Instant THEN = Instant.parse("2026-01-05T03:00:00Z");

    private final List<EventHeader> events = new ArrayList<>();
    private DossierRecord record = DossierRecord.unseen(NUMBER, MadeUp.WARD, MadeUp.WARD, THEN);

    /** A full state with this content was told. */
    Past state(@Nullable Long revision, DossierContent content, byte[] hash) {
        EventHeader header = new EventHeader(
                Ids.next(), record.version() + 1, EventKind.STATE, revision, null, content.status(), hash, THEN);
        events.add(header);
        record = record.withState(header.version(), header.id(), revision, content, THEN);
        return this;
    }

    /** A step was told. */
    Past step(ProgressStep step, byte[] hash) {
        EventHeader header = new EventHeader(
                Ids.next(), record.version() + 1, EventKind.STEP, null, step.sequence(), step.status(), hash, THEN);
        events.add(header);
        record = record.withStep(header.version(), step, THEN);
        return this;
    }

    DossierRecord record() {
        return record;
    }

    List<EventHeader> events() {
        return events;
    }

    EventHeader event(int version) {
        return events.get(version - 1);
    }
}
