package vn.lienthong.citizen.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.HttpDouble;

/** The civil-status register tells a registration by its number, and only one that is about somebody in the dossier. */
class CivilRegisterTest {
    private static final RegisterFile FILE = RegisterFile.load(SchemaFiles.packed(), "civil-register");
    private static final String CHILD = "066090000011";

    @TempDir
    private Path folder;

    private HttpDouble told = new HttpDouble((request, wire) -> wire.silence());
    private PartnerHttp http;

    @AfterEach
    void close() {
        if (http != null) {
            http.destroy();
        }
        told.close();
    }

    @Test
    void asksByKindAndNumber_andTellsWhomItIsAbout() throws IOException {
        JsonAnswer answer = ask(entry("KS-66000123"), "KS-66000123", CHILD);

        assertThat(answer).isInstanceOfSatisfying(JsonAnswer.Held.class, held -> {
            assertThat(held.person()).isEqualTo(CHILD);
            assertThat(held.fields())
                    .containsOnlyKeys(
                            "registrationNumber",
                            "book",
                            "page",
                            "registeredOn",
                            "registeredAt",
                            "fullName",
                            "gender",
                            "dateOfBirth",
                            "mother",
                            "father");
            assertThat(held.fields().get("book").asText()).isEqualTo("01/1990");
        });
        assertThat(told.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/apiHoTichTuPhap/traHoSo");
            assertThat(request.body()).isEqualTo("{\"maHoSo\":66000123,\"module\":\"KS\"}");
        });
    }

    @Test
    void showsNothing_ofWhoeverTheDossierDoesNotName() throws IOException {
        String stranger = entry("KS-66000123");
        assertTrouble(ask(stranger, "KS-66000123", "066193000012"), "REGISTER-OTHER-PERSON");
        assertTrouble(ask(stranger, "KS-66000123"), "REGISTER-OTHER-PERSON");
        assertTrouble(ask(stranger, "KS-66000124", CHILD), "REGISTER-OTHER-PERSON");
        assertTrouble(
                ask(
                        "{\"status\":1,\"value\":[{\"id\":66000123,\"nksSoDDCN\":\"" + CHILD + "\"}]}",
                        "KS-66000123",
                        CHILD),
                "REGISTER-OTHER-PERSON");
    }

    @ParameterizedTest
    @CsvSource({
        "100, REGISTER-SIGN-IN",
        "101, REGISTER-SIGN-IN",
        "106, REGISTER-REFUSED",
        "302, REGISTER-REFUSED",
        "777, REGISTER-REFUSED",
        "'', REGISTER-REFUSED"
    })
    void readsItsCodes_asTheTableSays(String code, String trouble) {
        assertTrouble(
                ask("{\"status\":\"0\",\"errorCode\":\"" + code + "\",\"errorDescription\":\"x\"}", "KS-1", CHILD),
                trouble);
    }

    @Test
    void holdsNothing_whereTheRegisterSaysSo_andOnlyThere() {
        assertThat(ask("{\"status\":0,\"errorCode\":\"201\"}", "KT-9", CHILD)).isInstanceOf(JsonAnswer.NotHeld.class);
        assertTrouble(ask("{\"status\":\"\",\"errorCode\":\"\"}", "KT-9", CHILD), "REGISTER-REFUSED");
        assertTrouble(ask("{\"errorCode\":\"201\"}", "KT-9", CHILD), "REGISTER-UNREADABLE");
        assertTrouble(ask("<html>", "KT-9", CHILD), "REGISTER-UNREADABLE");
        assertTrouble(ask("{\"status\":1}", "KT-9", CHILD), "REGISTER-OTHER-PERSON");
    }

    @Test
    void readsAServerThatFails_asDown() {
        register(new HttpDouble((request, wire) -> wire.answer(
                "500 Error",
                "",
                "{\"title\":\"x\",\"errors\":\"maHoSo\",\"status\":500}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertTrouble(asked("KS-1", CHILD), "REGISTER-DOWN");
    }

    @ParameterizedTest
    @CsvSource({"KS-66000123, true", "KS-, false", "XX-1, false", "66000123, false", "KS-1234567890123456789, false"})
    void knowsItsKeys(String key, boolean fits) {
        assertThat(FILE.keyForm().matcher(key).matches()).isEqualTo(fits);
    }

    @Test
    void refusesTheStart_whenATableHoldsAMeaningNobodyKnows() throws IOException {
        Files.createDirectories(folder.resolve("registers"));
        Files.writeString(
                folder.resolve("registers/civil-register.yaml"),
                Files.readString(Path.of("schemas/registers/civil-register.yaml"))
                        .replace("NOBODY", "NOBDY"));
        SchemaFiles files = SchemaFiles.in(folder);
        assertThatThrownBy(() -> RegisterFile.load(files, "civil-register"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("NOBDY");
    }

    private static String entry(String key) throws IOException {
        try (InputStream in = CivilRegisterTest.class.getResourceAsStream("/simulator/civil-register.json")) {
            return new ObjectMapper().readTree(in).path(key).toString();
        }
    }

    private static void assertTrouble(JsonAnswer answer, String code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        JsonAnswer.Untold.class,
                        untold -> assertThat(untold.trouble().code()).isEqualTo(code));
    }

    private JsonAnswer ask(String reply, String key, String... persons) {
        register(new HttpDouble((request, wire) -> wire.json(reply)));
        return asked(key, persons);
    }

    private JsonAnswer asked(String key, String... persons) {
        Partners partners = TestPartners.of(
                FILE.partner() + ".url=" + told.url().toString().replaceAll("/$", ""),
                FILE.partner() + ".connect-timeout=1s",
                FILE.partner() + ".read-timeout=2s");
        SettableClock clock = new SettableClock();
        if (http != null) {
            http.destroy();
        }
        http = new PartnerHttp(partners, clock);
        ClientTokens tokens = new ClientTokens(http, partners, clock);
        RegisterLine line = new RegisterLine(
                partners, new RegisterProperties(Map.of()), http, new HeaderSigner(tokens, clock), tokens, clock);
        AskedFor question = new AskedFor(
                key,
                "H15.24133-261121-0007",
                "2.000635",
                "066080000099",
                "Trần Thị Mẫu",
                List.of("book"),
                Set.of(persons));
        return new JsonRegister(partners, line, clock).ask(FILE, question, Duration.ofSeconds(2));
    }

    private void register(HttpDouble other) {
        told.close();
        told = other;
    }
}
