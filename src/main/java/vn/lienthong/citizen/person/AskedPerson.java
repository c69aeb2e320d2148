package vn.lienthong.citizen.person;

/** Whom a look-up is about, as the officer has it on paper. */
public record AskedPerson(PersonalNumber number, String fullName, BirthDate born) {
    /** One text that two questions about the same person share; for hashing, never for storing. */
    public String identity() {
        return number.value() + "|" + fullName + "|" + born;
    }
}
