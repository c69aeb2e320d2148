package vn.lienthong.dossier;

/** Where a dossier stands, in the order of the national list (rules of NĐ 118/2025; national codes 1 to 10). */
public enum DossierStatus {
    REGISTERED,
    ACCEPTED,
    NOT_ACCEPTED,
    IN_PROGRESS,
    SUPPLEMENT_REQUESTED,
    PAYMENT_REQUESTED,
    WITHDRAWN,
    STOPPED,
    PROCESSED,
    RETURNED
}
