package vn.lienthong.citizen.register;

import java.io.IOException;

/** No envelope came back; why stands in it. */
final class CarriageFailed extends IOException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    CarriageFailed(Trouble trouble, String detail) {
        super(detail);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
