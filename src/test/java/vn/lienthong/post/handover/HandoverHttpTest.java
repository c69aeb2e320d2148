package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.contract.EventSchemas;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

/** Manifests from outside: what the post sends, what it and the agencies read afterwards. */
@CompatHttpTest
class HandoverHttpTest {
    @LocalServerPort
    private int port;

    @Test
    void makesAnAcceptedItemAPostalDossier_thatIsOnItsWayToThePortal() {
        String number = MadeUp.number();
        JsonNode answer = post(new MadeUpManifest().with(number)).expect(200).json();

        assertThat(answer.path("items").path(0).path("status").asText())
                .as("%s", answer)
                .isEqualTo("ACCEPTED");
        JsonNode dossier = ward().get("/v1/dossiers/" + number).expect(200).json();
        assertThat(dossier.path("channel").asText()).isEqualTo("POSTAL");
        assertThat(dossier.path("status").asText()).isEqualTo("REGISTERED");
        assertThat(dossier.path("submittedAt").asText())
                .isEqualTo(answer.path("submittedAt").asText());
        assertThat(dossier.path("submitter").path("name").asText()).contains("Bưu cục Buôn Ma Thuột");
        JsonNode deliveries = ward().get("/v1/dossiers/" + number + "/deliveries")
                .expect(200)
                .json()
                .path("items");
        assertThat(deliveries.findValuesAsText("partner")).containsExactly("portal");
    }

    @Test
    void letsThePostTellMoreAboutAParcel_onTheDossiersTimeline() {
        String number = MadeUp.number();
        String parcel = MadeUpManifest.parcel();
        post(new MadeUpManifest().with(parcel, number, item -> {})).expect(200);

        JsonNode told = vnpost().post(
                        "/v1/post/tracking-events",
                        "{\"events\":[{\"eventId\":\"%s\",\"parcelNumber\":\"%s\",\"state\":\"DELIVERED\",\"occurredAt\":\"%s\"}]}"
                                .formatted(parcel, parcel, MadeUp.at(17, 0)))
                .expect(200)
                .json();

        assertThat(told.path("items").path(0).path("outcome").asText()).isEqualTo("ACCEPTED");
        JsonNode timeline =
                ward().get("/v1/dossiers/" + number + "/timeline").expect(200).json();
        assertThat(timeline.findValuesAsText("parcelNumber")).contains(parcel);
        assertThat(ward().get("/v1/dossiers/" + number)
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .as("a dossier on its way is not a result")
                .isEqualTo("REGISTERED");
    }

    @Test
    void answersARepeatWithTheSameBytes_whoeverSpacesItOtherwise() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number()).with((String) null);

        Reply first = post(manifest).expect(200);
        Reply again = vnpost().post("/v1/post/handovers", first(manifest)).expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(vnpost().get(address(manifest)).expect(200).json().path("items"))
                .hasSize(2);
    }

    @Test
    void refusesTheSameNumberForAnotherManifest() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number());
        post(manifest).expect(200);

        Reply other = post(manifest.with(MadeUp.number()));

        assertThat(other.expect(409).code()).isEqualTo("HANDOVER-NUMBER-USED");
    }

    @Test
    void honoursAnIdempotencyKey() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number());
        String key = "key-" + manifest.number();

        Reply first = vnpost().post("/v1/post/handovers", manifest.json(), "Idempotency-Key", key);
        Reply again = vnpost().post("/v1/post/handovers", manifest.json(), "Idempotency-Key", key);
        Reply other = vnpost().post(
                        "/v1/post/handovers",
                        new MadeUpManifest().with((String) null).json(),
                        "Idempotency-Key",
                        key);

        assertThat(again.expect(200).text()).isEqualTo(first.expect(200).text());
        assertThat(other.expect(422).code()).isEqualTo("IDEMPOTENCY-MISMATCH");
    }

    @Test
    void tellsTheAgency_andLetsItFetchTheFiles() {
        byte[] file = "tờ khai".getBytes(StandardCharsets.UTF_8);
        String hash = hash(file);
        vnpost().call("PUT", "/v1/attachments/" + hash, file, "Content-Type", "application/pdf");
        String parcel = MadeUpManifest.parcel();
        MadeUpManifest manifest = new MadeUpManifest()
                .with(
                        parcel,
                        null,
                        item -> ((ObjectNode) item.path("documents").path(0)).put("attachment", "sha256:" + hash));

        assertThat(status(post(manifest))).isEqualTo("ACCEPTED");

        JsonNode event = told("parcel:" + parcel).getFirst();
        assertThat(EventSchemas.findings(event)).isEmpty();
        assertThat(event.path("type").asText()).isEqualTo("vn.lienthong.post.handed-over.v1");
        assertThat(event.path("data")
                        .path("dossier")
                        .path("applicant")
                        .path("name")
                        .asText())
                .isEqualTo("Nguyễn Thị Mẫu Đường");
        assertThat(ward().get("/v1/attachments/" + hash).status()).isEqualTo(200);
        assertThat(client("H15.02").get("/v1/attachments/" + hash).status()).isEqualTo(404);
    }

    @Test
    void takesTheFilesOutOfAPackage() {
        byte[] file = "giấy tờ trong gói".getBytes(StandardCharsets.UTF_8);
        byte[] zip = zip("hồ sơ/tờ khai.txt", file);
        vnpost().call("PUT", "/v1/attachments/" + hash(zip), zip).expect(201);
        MadeUpManifest manifest = new MadeUpManifest()
                .with(
                        MadeUpManifest.parcel(),
                        null,
                        item -> ((ObjectNode) item.path("documents").path(0)).put("attachment", "sha256:" + hash(file)))
                .head(head -> head.put("package", "sha256:" + hash(zip)));

        assertThat(status(post(manifest))).isEqualTo("ACCEPTED");

        assertThat(ward().get("/v1/attachments/" + hash(file)).expect(200).text())
                .isEqualTo("giấy tờ trong gói");
        MadeUpManifest unknown =
                new MadeUpManifest().with((String) null).head(head -> head.put("package", "sha256:" + "0".repeat(64)));
        assertThat(post(unknown).expect(422).code()).isEqualTo("PACKAGE-MISSING");
    }

    @Test
    void holdsAParcelWithoutANumber_untilTheAgencyNamesIt() {
        String parcel = MadeUpManifest.parcel();
        MadeUpManifest manifest = new MadeUpManifest().with(parcel, null, item -> {});
        JsonNode answer = post(manifest).expect(200).json();
        assertThat(answer.path("items").path(0).has("dossierNumber")).isFalse();

        String number = MadeUp.number();
        ObjectNode state = MadeUp.state(1, "REGISTERED");
        state.put("channel", "POSTAL")
                .put("submittedAt", answer.path("submittedAt").asText());
        state.putArray("externalIds").add("parcel:" + parcel);
        JsonNode told = ward().put(number, state).expect(202).json();

        assertThat(told.path("deliveries")).hasSize(1);
        JsonNode today = vnpost().get(address(manifest)).expect(200).json();
        assertThat(today.path("items").path(0).path("dossierNumber").asText()).isEqualTo(number);
        assertThat(items(vnpost()).stream()
                        .filter(event -> event.path("subject").asText().equals(number)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(EventSchemas.findings(event)).isEmpty();
                    assertThat(event.path("data").path("parcelNumber").asText()).isEqualTo(parcel);
                });
        assertThat(workItems(number)).isEmpty();
    }

    @Test
    void keepsTheExactBytesOfEachItemAsEvidence() {
        JsonNode answer =
                post(new MadeUpManifest().with(MadeUp.number())).expect(200).json();

        String id = answer.path("items").path(0).path("evidenceId").asText();
        assertThat(client("auditor").get("/v1/evidence/" + id).status()).isIn(200, 409, 425, 503);
        assertThat(client("auditor")
                        .get("/v1/evidence/" + answer.path("evidenceId").asText())
                        .status())
                .isIn(200, 409, 425, 503);
    }

    @Test
    void saysThatTheRecordIsNotYetThere_whileNobodyStampsTheTime() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number());
        post(manifest).expect(200);

        Reply record = vnpost().get(address(manifest) + "/record");

        assertThat(record.expect(503).code()).isEqualTo("HANDOVER-RECORD-PENDING");
        assertThat(record.header("Retry-After")).isNotEmpty();
        assertThat(vnpost().get(address(manifest)).json().path("recordState").asText())
                .isEqualTo("WAITING");
    }

    @Test
    void isOpenToThePostAlone() {
        MadeUpManifest manifest = new MadeUpManifest().with(MadeUp.number());
        assertThat(ward().post("/v1/post/handovers", manifest.json())
                        .expect(403)
                        .code())
                .isEqualTo("ACCESS-SCOPE");
        assertThat(vnpost().get(address(manifest)).expect(404).code()).isEqualTo("HANDOVER-NOT-FOUND");
        assertThat(vnpost().get(address(manifest) + "/record").expect(404).code())
                .isEqualTo("HANDOVER-NOT-FOUND");
        assertThat(ward().get(address(manifest)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|400|JSON-BROKEN",
                "{|400|JSON-BROKEN",
                "{}|422|HANDOVER-INVALID",
                "{\"manifestNumber\":\"a\",\"postOffice\":\"1\",\"handedOverAt\":\"2026-11-20T08:00:00+07:00\",\"items\":[]}|422|HANDOVER-INVALID",
                "{\"manifestNumber\":\"a\",\"postOffice\":\"1\",\"handedOverAt\":\"2026-13-20T08:00:00+07:00\",\"items\":[1]}|422|FIELD-VALUE",
                "{\"manifestNumber\":\"a\",\"postOffice\":\"1\",\"handedOverAt\":\"2226-11-20T08:00:00+07:00\",\"items\":[1]}|422|HANDOVER-TIME-FUTURE",
                "{\"manifestNumber\":\"a/b\",\"postOffice\":\"1\",\"handedOverAt\":\"2026-11-20T08:00:00+07:00\",\"items\":[1]}|422|HANDOVER-INVALID",
                "{\"items\":[1],\"items\":[2]}|400|JSON-DUPLICATE-KEY",
            })
    void refusesWhatIsNoManifest(String body, int status, String code) {
        assertThat(vnpost().post("/v1/post/handovers", body).expect(status).code())
                .isEqualTo(code);
    }

    private static String hash(byte[] file) {
        return HexFormat.of().formatHex(Sha256.of(file));
    }

    private static byte[] zip(String name, byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static String first(MadeUpManifest manifest) {
        return manifest.json().replace("\":", "\" : ");
    }

    private static String address(MadeUpManifest manifest) {
        return "/v1/post/handovers/" + manifest.number();
    }

    private static String status(Reply reply) {
        return reply.expect(200).json().path("items").path(0).path("status").asText();
    }

    private Reply post(MadeUpManifest manifest) {
        return vnpost().post("/v1/post/handovers", manifest.json());
    }

    private List<JsonNode> told(String subject) {
        return items(ward()).stream()
                .filter(event -> event.path("subject").asText().equals(subject))
                .toList();
    }

    private static List<JsonNode> items(Client client) {
        List<JsonNode> items = new ArrayList<>();
        org.awaitility.Awaitility.await().until(() -> {
            items.clear();
            client.get("/v1/inbox?limit=1000").expect(200).json().path("items").forEach(items::add);
            return !items.isEmpty();
        });
        return items;
    }

    private List<String> workItems(String number) {
        return ward().get("/v1/work-items?dossierNumber=" + number)
                .expect(200)
                .json()
                .findValuesAsText("code");
    }

    private Client vnpost() {
        return client("vnpost");
    }

    private Client ward() {
        return client(MadeUp.WARD);
    }

    private Client client(String id) {
        return Client.of("http://127.0.0.1:" + port, id);
    }
}
