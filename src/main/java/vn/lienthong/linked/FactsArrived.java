package vn.lienthong.linked;

import java.util.Map;
import java.util.UUID;

/** Data of {@code vn.lienthong.linked.facts-arrived.v1}: what an earlier leg gave has arrived in this dossier. */
record FactsArrived(
        String dossierNumber,
        String parent,
        String leg,
        String from,
        String source,
        UUID eventId,
        Map<String, String> facts) {}
