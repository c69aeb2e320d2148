package vn.lienthong.insurance;

import java.util.function.BooleanSupplier;

/** Asked just before the first byte of one message leaves; knows afterwards whether one may have. */
final class Leaving implements BooleanSupplier {
    private final BooleanSupplier allowed;
    private volatile boolean left;

    Leaving(BooleanSupplier allowed) {
        this.allowed = allowed;
    }

    @Override
    public boolean getAsBoolean() {
        if (!allowed.getAsBoolean()) {
            return false;
        }
        left = true;
        return true;
    }

    boolean left() {
        return left;
    }
}
