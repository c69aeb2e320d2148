package vn.lienthong.citizen;

import java.util.Set;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.dossier.DossierRecord;

/** A look-up with a reason: for which dossier and procedure, about whom, which fields. */
record Grounds(DossierRecord dossier, String procedureCode, AskedPerson person, Set<PersonField> fields) {}
