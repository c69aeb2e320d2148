package vn.lienthong.alert;

import java.io.IOException;

/** A way by which people are told. */
interface Channel {
    /** Its name in settings and log. */
    String name();

    /**
     * Tells once, within half a minute.
     *
     * @throws IOException if it is not certain that it was told
     */
    void send(Telling telling) throws IOException, InterruptedException;
}
