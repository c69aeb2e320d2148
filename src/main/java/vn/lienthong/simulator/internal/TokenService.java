package vn.lienthong.simulator.internal;

import java.util.Optional;
import java.util.function.Supplier;

record TokenService(String service, Supplier<Deed> admission, Supplier<Optional<Reply>> end) implements Visit {
    @Override
    public Deed admit() {
        return admission.get();
    }

    @Override
    public Optional<Reply> expire() {
        return end.get();
    }
}
