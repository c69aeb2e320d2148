package vn.lienthong.access;

import java.util.Set;

/** What a client may be allowed to do, as written into its token. */
public final class Scopes {
    public static final String DOSSIER_WRITE = "dossier.write";
    public static final String DOSSIER_READ = "dossier.read";
    public static final String CITIZEN_LOOKUP = "citizen.lookup";
    public static final String RESULT_WRITE = "result.write";
    public static final String INBOX_READ = "inbox.read";
    public static final String POST_HANDOVER = "post.handover";
    public static final String POST_TRACKING = "post.tracking";
    public static final String INSURANCE_ACK = "insurance.ack";
    public static final String AUDIT_READ = "audit.read";
    public static final String EVIDENCE_READ = "evidence.read";
    public static final String OPERATOR_READ = "operator.read";
    public static final String OPERATOR_ACT = "operator.act";

    /** Every scope there is; a client configured with another one stops the start. */
    public static final Set<String> ALL = Set.of(
            DOSSIER_WRITE,
            DOSSIER_READ,
            CITIZEN_LOOKUP,
            RESULT_WRITE,
            INBOX_READ,
            POST_HANDOVER,
            POST_TRACKING,
            INSURANCE_ACK,
            AUDIT_READ,
            EVIDENCE_READ,
            OPERATOR_READ,
            OPERATOR_ACT);

    private Scopes() {}
}
