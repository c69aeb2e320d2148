package vn.lienthong.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/**
 * Who did what by hand, why, and what came of it. An entry is written in the transaction of the act itself, so that
 * neither exists without the other; it is never changed.
 */
@Component
public class Audit {
    /** What came of an act. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    private final AuditRepository repository;
    private final GatewayClock clock;

    Audit(AuditRepository repository, GatewayClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Records an act: {@code subject} names what it was done to by ids only, never by personal data. */
    public void record(Caller who, String act, String subject, @Nullable String reason, Outcome outcome) {
        record(who.name(), act, subject, reason, outcome);
    }

    /** Records an act of someone who is not a caller: {@code gateway} for what it does by itself. */
    public void record(String who, String act, String subject, @Nullable String reason, Outcome outcome) {
        repository.add(new AuditRepository.Entry(
                Ids.next(), clock.now(), who, act, subject, reason, outcome, Trace.current()));
    }
}
