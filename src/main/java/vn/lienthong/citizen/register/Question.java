package vn.lienthong.citizen.register;

import java.util.UUID;
import vn.lienthong.citizen.person.AskedPerson;

/**
 * One question to a register.
 *
 * @param id the look-up's id, unique for ever: the register keeps it, too
 * @param operation what is asked
 * @param procedureCode for which procedure
 * @param dossierNumber for which dossier; stays with us
 * @param officerId who asks
 * @param agency for whom
 * @param person about whom
 */
public record Question(
        UUID id,
        Operation operation,
        String procedureCode,
        String dossierNumber,
        String officerId,
        String agency,
        AskedPerson person) {}
