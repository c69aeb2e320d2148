package vn.lienthong.citizen.held;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import vn.lienthong.citizen.person.PersonField;

/** Fields that are still fresh enough; {@code asOf} is when the oldest of them was told. */
public record Fresh(Map<PersonField, JsonNode> fields, Instant asOf) {}
