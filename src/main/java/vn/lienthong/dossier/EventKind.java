package vn.lienthong.dossier;

/** What an event of a dossier tells. */
enum EventKind {
    STATE,
    STEP,
    RESULT
}
