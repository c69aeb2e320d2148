package vn.lienthong.citizen.register;

/** What signs in. */
public enum DoorScheme {
    NONE,
    /** A digest over address, user, time and secret. */
    X_ROAD,
    /** A token of the sharing platform. */
    WSO2,
    /** The same, and the province's own token and a key of the officer's account. */
    LGSP
}
