package vn.lienthong.crash;

/** Where a gateway process is killed; the words stand in the report. */
enum CrashPoint {
    RANDOM("a random moment under load"),
    BEFORE_COMMIT("stored, before the commit"),
    AFTER_COMMIT("after the commit, nobody answered yet"),
    AFTER_CLAIM("after the claim, nothing built yet"),
    MID_SEND("half of the message's body is out"),
    AFTER_EFFECT("after the partner's effect, before our record"),
    DURING_RECOVERY("while recovering from the kill before"),
    DURING_MIGRATION("while migrating the database of a running system"),
    FIRST_MIGRATION("while migrating an empty database");

    private final String words;

    CrashPoint(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
