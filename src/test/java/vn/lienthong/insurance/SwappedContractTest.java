package vn.lienthong.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.HttpDouble;

/** An official contract takes the place of ours by two files: other paths, names, document and codes on the wire. */
class SwappedContractTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static final String CONTRACT = """
            contract: {name: bhxh-lien-thong, version: "2.0", source: văn bản chính thức (mẫu), certainty: official}
            namespace: urn:bhxh:lien-thong:2
            soap: {path: /dich-vu, forward: NopKetQua, ask: HoiKetQua, reference: MaThamChieu, document: VanBan,
              code: MaLoi, message: MoTa}
            json: {forward: /v2/nop, ask: /v2/hoi, reference: maThamChieu, document: vanBan, code: maLoi, message: moTa}
            document:
              root: KetQua
              required: [delivery.reference, dossier.number]
              fields:
                MaThamChieu: delivery.reference
                HoSo/So: dossier.number
                HoSo/ThuTuc: procedure.code
                MucDich: purpose
            purposes: {"1.001193": THE_BHYT}
            """;
    private static final String REPLIES = """
            codes: {OK: received, XONG: accepted, KHONG: refused, CHUA: unknown}
            """;

    private static InsuranceWorld world;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        world = new InsuranceWorld(SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("contracts"));
        Files.createDirectories(folder.resolve("replies"));
        Files.writeString(folder.resolve("contracts/bhxh-lien-thong.yaml"), CONTRACT);
        Files.writeString(folder.resolve("replies/insurance.yaml"), REPLIES);
    }

    @Test
    void json_speaksInTheOfficialNames_andUnderstandsTheOfficialCodes() throws IOException {
        String[] answer = {"CHUA"};
        try (HttpDouble bhxh = new HttpDouble(
                        (request, wire) -> wire.json("{\"maLoi\":\"" + answer[0] + "\",\"moTa\":\"mẫu\"}"));
                InsuranceWorld.Gateway gateway = gateway(bhxh, "JSON")) {
            ClaimedDelivery delivery = world.result();

            assertThat(gateway.ask(delivery)).isInstanceOf(NotThere.class);
            answer[0] = "OK";
            assertThat(gateway.send(delivery)).isInstanceOf(Sent.class);
            answer[0] = "XONG";
            assertThat(gateway.ask(delivery)).isEqualTo(new Confirmed("XONG"));
            answer[0] = "KHONG";
            assertThat(gateway.send(delivery)).isInstanceOf(Refused.class);

            JsonNode sent = new ObjectMapper()
                    .readTree(bhxh.requests("/v2/nop").getFirst().body());
            String document =
                    new String(Base64.getDecoder().decode(sent.path("vanBan").asText()), StandardCharsets.UTF_8);
            assertThat(sent.path("maThamChieu").asText()).isNotEmpty();
            assertThat(document)
                    .contains("KetQua", "urn:bhxh:lien-thong:2")
                    .contains("<So>" + delivery.dossierNumber() + "</So>")
                    .contains("THE_BHYT", "Signature")
                    .doesNotContain("LinkedResult", "HEALTH_CARD");
            assertThat(bhxh.requests("/v2/hoi")).hasSize(2);
        }
    }

    @Test
    void soap_speaksInTheOfficialNames() throws IOException {
        String envelope = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + "<r xmlns=\"urn:bhxh:lien-thong:2\"><MaLoi>OK</MaLoi><MoTa>nhận</MoTa></r></s:Body></s:Envelope>";
        try (HttpDouble bhxh = new HttpDouble((request, wire) -> wire.answer(
                        "200 OK",
                        "Content-Type: text/xml; charset=UTF-8\r\n",
                        envelope.getBytes(StandardCharsets.UTF_8)));
                InsuranceWorld.Gateway gateway = gateway(bhxh, "SOAP")) {
            ClaimedDelivery delivery = world.result();

            assertThat(gateway.send(delivery)).isInstanceOf(Sent.class);

            assertThat(bhxh.requests("/dich-vu").getFirst().body())
                    .contains("NopKetQua", "MaThamChieu", "VanBan", "Signature")
                    .doesNotContain("ForwardResult", "DeliveryReference");
        }
    }

    private InsuranceWorld.Gateway gateway(HttpDouble bhxh, String wire) {
        return world.at(
                SchemaFiles.in(folder),
                bhxh.url().toString(),
                SIGNING.signer(),
                "wire=" + wire,
                "contract=bhxh-lien-thong");
    }
}
