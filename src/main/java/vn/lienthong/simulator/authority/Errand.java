package vn.lienthong.simulator.authority;

import java.util.Optional;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** A call that needs no session. */
record Errand(String service, Deed deed) implements Visit {
    @Override
    public Deed admit() {
        return deed;
    }

    @Override
    public Optional<Reply> expire() {
        return Optional.empty();
    }
}
