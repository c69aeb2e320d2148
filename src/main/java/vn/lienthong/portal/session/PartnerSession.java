package vn.lienthong.portal.session;

/** A session and which sign-in of the account it came from. */
record PartnerSession(String value, long generation) {
    @Override
    public String toString() {
        return "session " + generation; // the value is a secret
    }
}
