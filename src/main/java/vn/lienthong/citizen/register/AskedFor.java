package vn.lienthong.citizen.register;

import java.util.List;

/**
 * What a register with a file is asked for, and who asks.
 *
 * @param key what it is asked by
 * @param fields our names of what is wanted
 */
public record AskedFor(
        String key,
        String dossierNumber,
        String procedureCode,
        String officerId,
        String officerName,
        List<String> fields) {
    @Override
    public String toString() {
        return "question for " + dossierNumber; // the rest may name persons
    }
}
