package vn.lienthong.alert;

import java.util.List;

/** Knows what is wrong in one part of the gateway. */
interface AlarmSource {
    /** What is wrong now; empty on a good day. */
    List<Alarm> now();
}
