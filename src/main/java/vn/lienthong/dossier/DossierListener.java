package vn.lienthong.dossier;

import java.util.List;

/** Learns of new full states in the transaction that stores them; what it throws undoes that transaction. */
public interface DossierListener {
    /** These were stored just now; their dossiers are locked. Repeats and refused ones are not told. */
    void told(List<DossierCommand.TellState> states);

    /** What somebody else than the source told of these was stored just now; their dossiers are locked. */
    default void noted(List<DossierCommand.NoteFacts> facts) {}

    /** These went over to another agency just now; they are locked. */
    default void rehomed(List<DossierCommand.NoteRehomed> rehomings) {}
}
