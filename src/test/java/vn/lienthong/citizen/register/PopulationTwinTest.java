package vn.lienthong.citizen.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;

/** The client against the register's twin, through every door the twin has. */
class PopulationTwinTest {
    @TempDir
    static Path folder;

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(new SimulatorSettings("127.0.0.1", 0, folder, Duration.ofMinutes(30)));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "door.scheme=NONE",
                "door.scheme=X_ROAD;door.user=tinh;door.secret.value=s;door.client=VN/GOV/H15/lienthong;door.api-key.value=k",
                "door.scheme=WSO2;door.user=tinh;door.secret.value=s",
                "door.scheme=LGSP;door.user=tinh;door.secret.value=s;door.api-key.value=k",
                "door.wire=JSON_PROXY;door.path=/json;door.scheme=WSO2;door.user=tinh;door.secret.value=s",
                "door.send-unit=true;door.account=mau;door.phone=0900000000"
            })
    void tellsThePerson_throughEveryDoor(String settings) {
        try (RegisterWorld world = world(settings.split(";"))) {
            RegisterAnswer answer = world.ask();

            assertThat(answer).isInstanceOf(RegisterAnswer.Held.class);
            HeldPerson person = ((RegisterAnswer.Held) answer).person();
            assertThat(person.text(PersonField.FULL_NAME)).isEqualTo("Nguyễn Văn Mẫu");
            assertThat(person.text(PersonField.DATE_OF_BIRTH)).isEqualTo("1990-01-31");
            assertThat(person.text(PersonField.GENDER)).isEqualTo("MALE");
            assertThat(person.fields().get(PersonField.SPOUSE).path("fullName").asText())
                    .isEqualTo("Trần Thị Thử");
            assertThat(answer.messages()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "066090000011,Nguyễn Văn Mẫu,1990-02-01",
        "066090000011,Trần Văn Mẫu,1990-01-31",
        "066090000012,Nguyễn Văn Mẫu,1990-01-31"
    })
    void holdsNobody_whenOneOfThreeDiffers(String number, String name, String born) {
        try (RegisterWorld world = world()) {
            assertThat(world.ask(number, name, born)).isInstanceOf(RegisterAnswer.NotHeld.class);
            assertThat(world.ask(Operation.VERIFY, number, name, born)).isInstanceOf(RegisterAnswer.NotHeld.class);
        }
    }

    @Test
    void verifiesWithoutTellingAnything() {
        try (RegisterWorld world = world()) {
            RegisterAnswer answer = world.ask(Operation.VERIFY, "066198000019", "H’Mẫu  Êban", "1998");

            assertThat(answer).isInstanceOf(RegisterAnswer.Confirmed.class);
            assertThat(new String(answer.messages().getLast().bytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HoVaTen");
        }
    }

    @Test
    void findsPeopleOfWhomOnlyTheYearIsKnown_andByTheOldCard() {
        try (RegisterWorld world = world()) {
            RegisterAnswer year = world.ask("066155000030", "Ngô Thị Mẫu", "1955-06-01");
            RegisterAnswer old = world.ask("240000011", "NGUYỄN VĂN MẪU", "1990");

            assertThat(((RegisterAnswer.Held) year).person().text(PersonField.DATE_OF_BIRTH))
                    .isEqualTo("1955");
            assertThat(((RegisterAnswer.Held) old).person().text(PersonField.PERSONAL_ID))
                    .isEqualTo("066090000011");
        }
    }

    @Test
    void tellsTodaysCommune_onlyWhereOneTookOver() {
        try (RegisterWorld world = world()) {
            var one = held(world, "066068000013", "Phạm Giả Định").get(PersonField.PERMANENT_ADDRESS);
            var split = held(world, "066071000017", "Đinh Văn Thử").get(PersonField.PERMANENT_ADDRESS);
            var unknown = held(world, "066175000016", "Hoàng Thị Minh Họa").get(PersonField.CURRENT_ADDRESS);

            assertThat(one.path("communeName").asText()).isEqualTo("Phường Buôn Ma Thuột");
            assertThat(one.path("old").path("districtCode").asText()).isEqualTo("643");
            assertThat(split.has("communeCode")).isFalse();
            assertThat(split.path("choices")).hasSize(2);
            assertThat(unknown.has("communeCode")).isFalse();
            assertThat(unknown.path("old").path("communeCode").asText()).isEqualTo("24992");
        }
    }

    private static Map<PersonField, JsonNode> held(RegisterWorld world, String number, String name) {
        RegisterAnswer answer = world.ask(number, name, "19" + number.substring(4, 6));
        return ((RegisterAnswer.Held) answer).person().fields();
    }

    private static RegisterWorld world(String... settings) {
        return new RegisterWorld(URI.create(simulator.url() + "/population"), settings);
    }
}
