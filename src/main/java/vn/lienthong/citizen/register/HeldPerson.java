package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import vn.lienthong.citizen.person.PersonField;

/** A person as a register holds it, in our words; absent where the register says nothing. */
public record HeldPerson(Map<PersonField, JsonNode> fields) {
    /** A field's text; empty where it is not there. */
    public String text(PersonField field) {
        JsonNode value = fields.get(field);
        return value == null ? "" : value.asText();
    }
}
