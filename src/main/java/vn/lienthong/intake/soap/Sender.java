package vn.lienthong.intake.soap;

import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Caller;

/**
 * Who sent a message.
 *
 * @param password what it showed, to be taken out of what is kept; null where it signed
 */
record Sender(Caller caller, @Nullable String password) {
    @Override
    public String toString() {
        return caller.name();
    }
}
