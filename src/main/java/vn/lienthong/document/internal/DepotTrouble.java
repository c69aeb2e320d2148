package vn.lienthong.document.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What kept a place of files from doing what it was asked, told apart by its cause. */
public final class DepotTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** Because of this. */
    public DepotTrouble(Fault fault, @Nullable Throwable cause) {
        super(fault.found().en() + (cause == null ? "" : " (" + cause.getMessage() + ")"), cause);
        this.fault = fault;
    }

    /** The cause. */
    public Fault fault() {
        return fault;
    }
}
