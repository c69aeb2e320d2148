package vn.lienthong.citizen.register;

import java.util.List;
import java.util.Set;

/**
 * What a register with a file is asked for, and who asks.
 *
 * @param key what it is asked by
 * @param fields our names of what is wanted
 * @param persons numbers of the persons whom the dossier names
 */
public record AskedFor(
        String key,
        String dossierNumber,
        String procedureCode,
        String officerId,
        String officerName,
        List<String> fields,
        Set<String> persons) {
    /** A question whose answer need not be about anybody. */
    public AskedFor(
            String key,
            String dossierNumber,
            String procedureCode,
            String officerId,
            String officerName,
            List<String> fields) {
        this(key, dossierNumber, procedureCode, officerId, officerName, fields, Set.of());
    }

    @Override
    public String toString() {
        return "question for " + dossierNumber; // the rest may name persons
    }
}
