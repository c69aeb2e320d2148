package vn.lienthong.citizen.person;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a register may tell about a person, and what an officer may ask for. */
public enum PersonField {
    FULL_NAME("fullName"),
    DATE_OF_BIRTH("dateOfBirth"),
    GENDER("gender"),
    PERSONAL_ID("personalId"),
    PERMANENT_ADDRESS("permanentAddress"),
    CURRENT_ADDRESS("currentAddress"),
    PLACE_OF_ORIGIN("placeOfOrigin"),
    MARITAL_STATUS("maritalStatus"),
    FATHER("father"),
    MOTHER("mother"),
    SPOUSE("spouse"),
    HOUSEHOLD_HEAD("householdHead"),
    NATIONALITY("nationality"),
    ETHNICITY("ethnicity");

    private final String word;

    PersonField(String word) {
        this.word = word;
    }

    /** Its name in requests, answers and files. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The field of this name. */
    public static Optional<PersonField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
