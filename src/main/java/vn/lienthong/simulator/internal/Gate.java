package vn.lienthong.simulator.internal;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Where every call comes in: to the control desk, or to a platform through whatever fault is set on it. */
final class Gate implements ResponseDefinitionTransformerV2 {
    static final String NAME = "lienthong-twins";
    private static final System.Logger LOG = System.getLogger(Gate.class.getName());

    private final Twins twins;
    private final ControlDesk desk;
    private final ScheduledExecutorService later;

    Gate(Twins twins, ScheduledExecutorService later) {
        this.twins = twins;
        this.desk = new ControlDesk(twins);
        this.later = later;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        try {
            return answer(Call.of(event.getRequest()));
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "Bộ mô phỏng gặp lỗi. / The simulator failed on a call.", failure);
            return Wire.brokenServer();
        }
    }

    private ResponseDefinition answer(Call call) {
        String first = call.path().isEmpty() ? ControlDesk.PATH : call.path().getFirst();
        if (first.equals(ControlDesk.PATH)) {
            return Wire.whole(desk.answer(call));
        }
        Optional<Platform> platform = twins.platform(first);
        if (platform.isEmpty()) {
            return Wire.whole(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        }
        Visit visit = platform.get().visit(call);
        Fault fault = twins.faults().of(first);
        Mode mode = fault.strikes(visit.service()) ? fault.mode() : Mode.NONE;
        twins.calls().count(first, visit.service(), mode != Mode.NONE);
        return through(fault, mode, visit);
    }

    private ResponseDefinition through(Fault fault, Mode mode, Visit visit) {
        return switch (mode) {
            case NONE -> Wire.whole(visit.admit().carryOut());
            case ERROR -> Wire.brokenServer();
            case RESET_BEFORE, DOWN -> Wire.reset();
            case THROTTLE -> Wire.throttled(fault.retryAfter());
            case SESSION_EXPIRED ->
                Wire.whole(visit.expire().orElseGet(() -> visit.admit().carryOut()));
            case DELAY -> Wire.late(visit.admit().carryOut(), fault.delayMs());
            case RESET_AFTER -> {
                visit.admit().carryOut();
                yield Wire.reset();
            }
            case GARBAGE -> {
                visit.admit().carryOut();
                yield Wire.garbage();
            }
            case SLOW_DRIP -> Wire.dripping(visit.admit().carryOut(), fault.delayMs());
            case TRUNCATED -> Wire.truncated(visit.admit().carryOut());
            case WRONG_ENCODING -> Wire.inOldEncoding(visit.admit().carryOut());
            case LATE_EFFECT -> {
                putOff(visit.admit(), fault.delayMs());
                yield Wire.reset();
            }
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it: that is its point
    private void putOff(Deed effect, int delayMs) {
        later.schedule(
                () -> {
                    try {
                        effect.carryOut();
                    } catch (RuntimeException failure) {
                        LOG.log(System.Logger.Level.ERROR, "Tác động muộn thất bại. / A late effect failed.", failure);
                    }
                },
                delayMs,
                TimeUnit.MILLISECONDS);
    }
}
