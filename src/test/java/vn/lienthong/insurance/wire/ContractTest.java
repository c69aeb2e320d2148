package vn.lienthong.insurance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** The files that name what social insurance calls things: another one is another contract, a wrong one stops the start. */
class ContractTest {
    @TempDir
    Path folder;

    @Test
    void saysWhereItComesFromAndHowSureItIs() {
        Contract contract = Contract.read(SchemaFiles.packed(), "insurance");

        assertThat(contract.version()).isEqualTo("1.0");
        assertThat(contract.certainty()).isEqualTo(Contract.Certainty.OWN);
        assertThat(contract.source()).isNotBlank();
        assertThat(contract.document().fields().keySet())
                .startsWith("DeliveryReference")
                .endsWith("File/Link");
    }

    @Test
    void isReplacedByAFileBesideIt() throws IOException {
        write(
                "contracts/official.yaml",
                packed("contracts/insurance.yaml")
                        .replace("certainty: own", "certainty: official")
                        .replace("DeliveryReference: delivery.reference", "MaThamChieu: delivery.reference"));

        Contract contract = Contract.read(SchemaFiles.in(folder), "official");

        assertThat(contract.certainty()).isEqualTo(Contract.Certainty.OFFICIAL);
        assertThat(contract.document().fields()).containsEntry("MaThamChieu", "delivery.reference");
    }

    @ParameterizedTest
    @CsvSource({
        "certainty: own,certainty: perhaps,certainty",
        "  forward: ForwardResult,  forwards: ForwardResult,soap.forwards",
        "[delivery.reference,[delivery.references,required",
        "namespace: urn,namespac: urn,namespac"
    })
    void stopsTheStart_naming_whatIsWrong(String right, String wrong, String named) throws IOException {
        write("contracts/insurance.yaml", packed("contracts/insurance.yaml").replace(right, wrong));

        assertThatThrownBy(() -> Contract.read(SchemaFiles.in(folder), "insurance"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({"00: received,00: taken", "429: throttled,9999: throttled", "pause: 5s,pause: soon", "codes:,code:"})
    void stopsTheStart_onAWrongReplyTable(String right, String wrong) throws IOException {
        write("replies/insurance.yaml", packed("replies/insurance.yaml").replace(right, wrong));

        assertThatThrownBy(() -> ReplyCodes.read(SchemaFiles.in(folder), "insurance"))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void leavesWhatNoTableKnowsToAPerson() {
        ReplyCodes codes = ReplyCodes.read(SchemaFiles.packed(), "insurance");

        assertThat(codes.ofCode("00")).isEqualTo(Meaning.RECEIVED);
        assertThat(codes.ofCode("0")).isEqualTo(Meaning.UNDECIDABLE);
        assertThat(codes.ofStatus(418)).isEqualTo(Meaning.UNDECIDABLE);
        assertThat(codes.ofStatus(502)).isEqualTo(Meaning.MAYBE_SENT);
    }

    private static String packed(String name) {
        return new String(SchemaFiles.packed().read(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
