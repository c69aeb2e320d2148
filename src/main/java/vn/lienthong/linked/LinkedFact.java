package vn.lienthong.linked;

import java.time.Instant;
import java.util.UUID;

/**
 * Facts that a leg gave and that the legs after it wait for.
 *
 * @param event the event of the giving dossier that holds them
 */
record LinkedFact(UUID event, String parent, String dossierNumber, Instant toldAt) {}
