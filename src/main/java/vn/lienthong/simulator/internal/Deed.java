package vn.lienthong.simulator.internal;

/** What an admitted call does when it is let go on: its effect, then its answer. */
@FunctionalInterface
public interface Deed {
    /** Takes effect, durably, and says what is answered. */
    Reply carryOut();
}
