package vn.lienthong.simulator.internal.insurance;

import java.util.Optional;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** One call at the door. {@code fault}: its envelope is not to be believed. */
record CallVisit(Told told, Form form, Optional<String> fault, Insurance insurance) implements Visit {
    @Override
    public String service() {
        return told.operation();
    }

    @Override
    public Deed admit() {
        if (fault.isPresent()) {
            return () -> insurance.refuse(form, fault.get());
        }
        return switch (told.operation()) {
            case "forward" -> () -> insurance.take(told, form);
            case "ask" -> () -> insurance.decide(told, form);
            default -> () -> form.answer("forward", "05", "Bản tin không đúng mẫu");
        };
    }

    @Override
    public Optional<Reply> expire() {
        return Optional.of(form.refused("FailedAuthentication"));
    }
}
