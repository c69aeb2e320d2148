package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.document.ReceivedDocument;
import vn.lienthong.document.Signatures;
import vn.lienthong.dossier.AttachedResult;
import vn.lienthong.dossier.DossierContent.ReturnBy;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;

class ResultReaderTest {
    private static final ResultReader READER = new ResultReader(SchemaFiles.packed());
    private static final ReceivedDocument DOCUMENT = new ReceivedDocument(
            "application/pdf", "0".repeat(64), 5, new Signatures(Signatures.State.NONE, java.util.List.of()));

    @Test
    void readsAllThatIsSaid() {
        AttachedResult result = result("""
                {"title":"Giấy khai sinh","resultCode":"KQ01","componentCode":"TP09","returnBy":"POST","seal":true,
                 "signedBy":["Nguyễn Thị Mẫu",{"name":"Trần Văn Mẫu","title":"Chủ tịch"}],"forwardTo":["PORTAL"],"khac":1}
                """);

        assertThat(result.title()).isEqualTo("Giấy khai sinh");
        assertThat(result.resultCode()).isEqualTo("KQ01");
        assertThat(result.componentCode()).isEqualTo("TP09");
        assertThat(result.returnBy()).isEqualTo(ReturnBy.POST);
        assertThat(result.sealWanted()).isTrue();
        assertThat(result.signedBy()).containsExactly("Nguyễn Thị Mẫu", "Trần Văn Mẫu");
        assertThat(result.forwardTo()).containsExactly("PORTAL");
        assertThat(result.sha256()).isEqualTo(DOCUMENT.sha256());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"'\"Nguyễn Thị Mẫu\"';1", "'{\"name\":\"Nguyễn Thị Mẫu\"}';1", "null;0", "'[]';0"})
    void signedBy_isOneOrManyNames(String told, int names) {
        assertThat(result("{\"title\":\"x\",\"signedBy\":" + told + "}").signedBy())
                .hasSize(names);
    }

    @Test
    void goesToNobody_whenItsSignatureIsBroken() {
        ReceivedDocument broken = new ReceivedDocument(
                "application/pdf", "0".repeat(64), 5, new Signatures(Signatures.State.BROKEN, java.util.List.of()));
        byte[] told = "{\"title\":\"x\",\"forwardTo\":[\"PORTAL\"]}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(READER.result(READER.metadata(told), broken).forwardTo()).isEmpty();
    }

    @Test
    void littleIsNeeded() {
        AttachedResult result = result("{\"title\":\"x\"}");

        assertThat(result.sealWanted()).isFalse();
        assertThat(result.forwardTo()).isEmpty();
        assertThat(result.returnBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};/title",
                "'{\"title\":\" \"}';/title",
                "'{\"title\":7}';/title",
                "'{\"title\":\"x\",\"returnBy\":\"PIGEON\"}';/returnBy",
                "'{\"title\":\"x\",\"seal\":\"yes\"}';/seal",
                "'{\"title\":\"x\",\"forwardTo\":\"PORTAL\"}';/forwardTo",
                "'{\"title\":\"x\",\"forwardTo\":[\"portal\"]}';/forwardTo/0"
            })
    void faultsAreNamedByTheirPlace(String json, String pointer) {
        assertThatThrownBy(() -> result(json)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("RESULT-INVALID");
            assertThat(refused.problem().errors())
                    .anySatisfy(error -> assertThat(error.pointer()).isEqualTo(pointer));
        });
    }

    private static AttachedResult result(String json) {
        return READER.result(READER.metadata(json.getBytes(StandardCharsets.UTF_8)), DOCUMENT);
    }
}
