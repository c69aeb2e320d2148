package vn.lienthong.simulator.internal;

import java.util.Optional;

/** One call at a platform's door, understood but not yet carried out. */
public interface Visit {
    /** The service asked for, for counting and for faults that hit one service; one of a fixed few names. */
    String service();

    /** Checks who asks, now; what is returned has the effect and the answer when it is run, now or later. */
    Deed admit();

    /** Ends the session behind this call and answers as on an expired one; nothing where no session is involved. */
    Optional<Reply> expire();

    /** A visit that can only end in this answer. */
    static Visit futile(Reply answer) {
        return new Visit() {
            @Override
            public String service() {
                return "other";
            }

            @Override
            public Deed admit() {
                return () -> answer;
            }

            @Override
            public Optional<Reply> expire() {
                return Optional.empty();
            }
        };
    }
}
