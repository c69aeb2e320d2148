package vn.lienthong.crash;

/** Places in the gateway's code where the agent may kill it, several for some points. */
enum CrashSite {
    STORED(CrashPoint.BEFORE_COMMIT, "vn/lienthong/intake/GroupTransaction", "store", Where.END),
    COMMITTED(CrashPoint.AFTER_COMMIT, "vn/lienthong/intake/SharedCommit", "complete", Where.BEGINNING),
    CLAIMED(CrashPoint.AFTER_CLAIM, "vn/lienthong/portal/ServiceCallWriter", "write", Where.BEGINNING),
    HALF_SENT(CrashPoint.MID_SEND, "vn/lienthong/partner/DepartingBody", "writeTo", Where.WRITE),
    ANSWER_READ(CrashPoint.AFTER_EFFECT, "vn/lienthong/portal/ServiceReplyReader", "read", Where.END),
    RECORDED(CrashPoint.AFTER_EFFECT, "vn/lienthong/delivery/DeliveryEngine", "write", Where.END),
    TAKING_OVER(CrashPoint.DURING_RECOVERY, "vn/lienthong/delivery/Takeover", "report", Where.BEGINNING, 0),
    ASKING(CrashPoint.DURING_RECOVERY, "vn/lienthong/portal/ServiceReadBack", "ask", Where.BEGINNING),
    ASKED(CrashPoint.DURING_RECOVERY, "vn/lienthong/delivery/DeliveryEngine", "record", Where.BEGINNING, 2),
    MIGRATING(
            CrashPoint.DURING_MIGRATION,
            "org/flywaydb/core/internal/sqlscript/DefaultSqlScriptExecutor",
            "executeStatement",
            Where.BEGINNING);

    /** No local variable decides: every pass counts. */
    static final int ALWAYS = -1;

    private final CrashPoint point;
    private final String type;
    private final String method;
    private final Where where;
    private final int decider;

    CrashSite(CrashPoint point, String type, String method, Where where) {
        this(point, type, method, where, ALWAYS);
    }

    CrashSite(CrashPoint point, String type, String method, Where where, int decider) {
        this.point = point;
        this.type = type;
        this.method = method;
        this.where = where;
        this.decider = decider;
    }

    CrashPoint point() {
        return point;
    }

    /** The class's internal name. */
    String type() {
        return type;
    }

    String method() {
        return method;
    }

    Where where() {
        return where;
    }

    /** The local variable, a number or truth value, that must not be zero for a pass to count; {@link #ALWAYS} for none. */
    int decider() {
        return decider;
    }

    /** Where in the method. */
    enum Where {
        BEGINNING,
        /** Before each return. */
        END,
        /** Before an array of bytes is written to a stream. */
        WRITE
    }
}
