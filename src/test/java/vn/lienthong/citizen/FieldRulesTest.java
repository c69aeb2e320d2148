package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** The file of who may ask for what. */
class FieldRulesTest {
    @TempDir
    Path folder;

    @Test
    void knowsEveryProcedureThatTheCatalogueLetsAsk_andNoOther() {
        FieldRules rules = FieldRules.load(SchemaFiles.packed(), "population");

        assertThat(Catalogue.load(SchemaFiles.packed()).procedures().all(LocalDate.of(2026, 11, 22)))
                .allSatisfy(procedure -> assertThat(rules.of(procedure.code()) != null)
                        .as(procedure.code())
                        .isEqualTo(procedure.mayAsk(Procedure.Register.POPULATION)));
        assertThat(rules.of("2.000720.000.00.00.H15"))
                .contains(PersonField.FULL_NAME)
                .doesNotContain(PersonField.SPOUSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "always: []",
                "always: fullName\nprocedures: {}",
                "always: [salary]\nprocedures: {}",
                "always: []\nprocedures: {2.000720: []}",
                "always: []\nprocedures: {\"1.1\": {}}",
                "always: [\nprocedures"
            })
    void refusesTheStart_whenTheFileIsNotAsItMustBe(String text) throws IOException {
        Files.createDirectories(folder.resolve("registers"));
        Files.writeString(folder.resolve("registers/population.yaml"), text);

        assertThatThrownBy(() -> FieldRules.load(SchemaFiles.in(folder), "population"))
                .isInstanceOf(StartRefused.class);
    }
}
