package vn.lienthong.dossier;

/** What an event of a dossier tells. */
enum EventKind {
    STATE,
    STEP,
    RESULT,
    /** The full state that the gateway made when somebody else than the source told that the result was handed over. */
    RETURN,
    /** What somebody else than the source told, kept beside the state. */
    FACTS,
    /** The full state under the agencies that took over from those that ended. */
    REHOME
}
