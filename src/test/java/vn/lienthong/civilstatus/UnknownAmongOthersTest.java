package vn.lienthong.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.HttpDouble;

/** A platform that says of a whole call that it holds nothing of it, because of one dossier in it. */
class UnknownAmongOthersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<String> unknown = new AtomicReference<>("");
    private final List<List<String>> questions = new CopyOnWriteArrayList<>();

    @Test
    void hidesNoneOfTheOthers() {
        try (HttpDouble platform = new HttpDouble((request, wire) -> wire.answer(
                        "200 OK",
                        "Content-Type: application/json\r\n",
                        answer(request.path(), request.body()).getBytes(StandardCharsets.UTF_8)));
                CivilWorld world = new CivilWorld(platform.url().toString())) {
            List<String> held = List.of(handedOver(world), handedOver(world));
            unknown.set(handedOver(world));

            world.look(1);

            assertThat(held)
                    .allSatisfy(number -> assertThat(world.state(number)).isEqualTo(RegistrationState.RECEIVED));
            assertThat(world.state(unknown.get())).isEqualTo(RegistrationState.WAITING);
            assertThat(questions).as("all together, then each once").hasSize(4);
            assertThat(questions.getFirst()).hasSize(3);
        }
    }

    private static String handedOver(CivilWorld world) {
        String number = world.leg(CivilWorld.BIRTH);
        world.sent(number);
        return number;
    }

    private String answer(String path, String body) {
        if (path.endsWith("/token")) {
            return "{\"access_token\":\"t\",\"expires_in\":3600}";
        }
        JsonNode asked = read(body).path("maDinhDanhHoSo");
        if (asked.isMissingNode()) {
            return "{\"status\":\"1\"}";
        }
        List<String> numbers = new CopyOnWriteArrayList<>();
        asked.forEach(number -> numbers.add(number.asText()));
        questions.add(numbers);
        return numbers.contains(unknown.get())
                ? "{\"status\":\"0\",\"errorCode\":\"201\"}"
                : "{\"status\":\"1\",\"value\":[{\"maHoSoMCDT\":\"" + numbers.getFirst() + "\",\"trangThai\":\"1\"}]}";
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
