package vn.lienthong.simulator.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways a platform can misbehave. Up to {@link #DOWN} nothing takes effect, after it everything does. */
enum Mode {
    NONE,
    ERROR,
    RESET_BEFORE,
    THROTTLE,
    SESSION_EXPIRED,
    DOWN,
    DELAY,
    RESET_AFTER,
    GARBAGE,
    SLOW_DRIP,
    TRUNCATED,
    WRONG_ENCODING,
    LATE_EFFECT;

    /** As it is written in a control call. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Mode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Mode::word).collect(Collectors.joining(", "));
    }
}
