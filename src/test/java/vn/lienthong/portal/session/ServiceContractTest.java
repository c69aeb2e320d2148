package vn.lienthong.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.portal.session.ServiceContract.Shape;

/** What a partner calls things is read from its file; what is wrong there is told with file, line and field. */
class ServiceContractTest {
    private static final Path SAMPLE = Path.of("src/docs/integrate/add-a-partner/schemas");
    private static final String HEAD = "contract: {name: n, version: '1', source: s, certainty: own}\n";
    private static final String GOOD = HEAD + "kinds:\n  dossier:\n    create: Gui\n    form: national\n";

    @TempDir
    private Path folder;

    @Test
    void packedContractOfThePortal_callsThingsAsTheNationalGuideDoes() {
        ServiceContract portal = ServiceContractReader.read(SchemaFiles.packed(), "contracts/portal.yaml");
        assertThat(portal.kinds().keySet()).containsExactly("dossier", "progress", "result");
        assertThat(portal.call("H15", portal.kind("dossier").update()).toString())
                .isEqualTo("{\"madonvi\":\"H15\",\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"True\"}");
        assertThat(portal.call("H15", portal.kind("progress").update()).toString())
                .isEqualTo("{\"madonvi\":\"H15\",\"service\":\"CapNhatTienDoHoSoMC\"}");
        assertThat(portal.kind("result").form()).isEqualTo(new ItemForm.National());
        assertThat(portal.question()).hasValueSatisfying(asked -> {
            assertThat(asked.service().name()).isEqualTo("TraCuuHoSo");
            assertThat(asked.number()).isEqualTo("mahoso");
            assertThat(asked.mark()).isNull();
        });
    }

    @Test
    void sampleOfTheGuide_hasNamesAndAFormOfItsOwn() {
        ServiceContract sample =
                ServiceContractReader.read(SchemaFiles.in(SAMPLE), "contracts/household-business.yaml");
        assertThat(sample.envelope().shape()).isEqualTo(Shape.SINGLE);
        assertThat(sample.call("H15.24133", sample.kind("dossier").create()).toString())
                .isEqualTo("{\"donViXuLy\":\"H15.24133\",\"service\":\"ThemHoSo\"}");
        ItemForm form = sample.kind("dossier").form();
        assertThat(((ItemForm.Own) form).fields().keySet())
                .startsWith("MaHoSo", "MaBanTin", "MaTTHC")
                .endsWith("LePhi", "GiayTo", "Nguon");
        assertThat(ItemForm.uses(form, "national")).isTrue();
        assertThat(ItemForm.uses(form, "step")).isFalse();
    }

    @Test
    void leftOutParts_haveUsualNames_andNoQuestion() throws IOException {
        ServiceContract read = read(GOOD);
        assertThat(read.signIn()).isEqualTo(new ServiceContract.SignInNames("username", "password", "session"));
        assertThat(read.envelope()).isEqualTo(new Envelope("session", "service", null, "data", Shape.LIST));
        assertThat(read.kind("dossier").update()).isEqualTo(read.kind("dossier").create());
        assertThat(read.question()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kinds:\\n  dossier: {create: A, form: national}|1|contract",
                "HEADkinds: {}|2|kinds",
                "HEADkinds: {letter: {create: A, form: national}}|2|kinds.letter",
                "HEADkinds: {dossier: {form: national}}|2|create",
                "HEADkinds: {dossier: {create: A, form: nationale}}|2|kinds.dossier.form",
                "HEADkinds: {dossier: {create: A, form: {}}}|2|kinds.dossier.form",
                "HEADkinds:\\n  dossier:\\n    create: A\\n    form:\\n      X: dossier.aplicant.name|6|kinds.dossier.form.X",
                "HEADkinds:\\n  dossier:\\n    create: A\\n    form:\\n      X: {from: dossier.applicant.nam}|6|kinds.dossier.form.X.from",
                "HEADkinds: {dossier: {create: A, form: {X: applicant.name}}}|2|must begin with one of",
                "HEADkinds: {dossier: {create: A, form: {X: step.note}}}|2|must begin with one of",
                "HEADkinds: {progress: {create: A, form: {X: dossier.status}}}|2|must begin with one of",
                "HEADkinds: {dossier: {create: A, form: {X: national.MaHoSoo}}}|2|there is no such field",
                "HEADkinds: {dossier: {create: A, form: {X: {each: dossier.fees, fields: {Y: entry.nam}}}}}|2|X.fields.Y",
                "HEADkinds: {dossier: {create: A, form: {X: {from: dossier.acceptedAt, time: yyyy-bb}}}}|2|X.time",
                "HEADkinds: {dossier: {create: A, form: {X: {from: dossier.status, type: date}}}}|2|X.type",
                "HEADkinds: {dossier: {create: A, form: {X: {from: dossier.status, longest: many}}}}|2|X.longest",
                "HEADkinds: {dossier: {create: A, form: {X: {from: dossier.status, required: yes}}}}|2|X.required",
                "HEADkinds: {dossier: {create: A, form: {X: {from: dossier.status, requird: true}}}}|2|X.requird",
                "GOODcall: {session: s, service: s}|6|the same name",
                "GOODcall: {shape: heap}|6|call.shape",
                "GOODask: {service: T}|6|number",
                "GOODask: {service: T, number: n, mark: Nobody}|6|ask.mark",
                "GOODask: {service: T, number: n, shown: {Nobody: x}}|6|ask.shown.Nobody",
                "HEADkinds: {dossier: {create: {service: A, with: {session: x}}, form: national}}|2|session",
                "HEADcall: {shape: flat}\\nkinds: {dossier: {create: A, form: {service: dossier.status}}}|3|service",
                "GOODkinds: {}|6|YAML",
                "GOODcall: [a|6|YAML"
            })
    void mistake_refusesTheStart_namingFileLineAndField(String text, int line, String place) throws IOException {
        String whole = text.replace("HEAD", HEAD).replace("GOOD", GOOD).replace("\\n", "\n");
        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> read(whole));
        assertThat(refused).isNotNull();
        Bilingual finding = refused.findings().getFirst();
        assertThat(finding.vi()).startsWith("Tệp ").contains("bo-mau.yaml", "dòng " + line);
        assertThat(finding.en()).startsWith("the file ").contains("bo-mau.yaml", "line " + line, place);
    }

    @Test
    void entryThatAsksForMoreThanTheContractSays_refusesTheStart() throws IOException {
        write(GOOD + "call: {shape: single}\n");
        assertThat(refusal("kinds=dossier,result")).contains("lienthong.partners.bo-mau.kinds", "[result]");
        assertThat(refusal("kinds=dossier")).contains("lienthong.partners.bo-mau.batch", "call.shape");
        assertThat(contracts("kinds=dossier", "batch=1").partners()).containsExactly("bo-mau");
    }

    @Test
    void missingFile_refusesTheStart_namingIt() {
        assertThat(refusal("kinds=dossier")).contains("contracts/bo-mau.yaml");
    }

    private String refusal(String... settings) {
        return String.valueOf(catchThrowableOfType(StartRefused.class, () -> contracts(settings))
                .getMessage());
    }

    private ServiceContracts contracts(String... settings) {
        List<String> all = new java.util.ArrayList<>(
                List.of("bo-mau.account.name=bo-mau", "bo-mau.account.username=x", "bo-mau.account.password=y"));
        List.of(settings).forEach(setting -> all.add("bo-mau." + setting));
        return new ServiceContracts(TestPartners.of(all.toArray(String[]::new)), SchemaFiles.in(folder));
    }

    private ServiceContract read(String text) throws IOException {
        write(text);
        return ServiceContractReader.read(SchemaFiles.in(folder), "contracts/bo-mau.yaml");
    }

    private void write(String text) throws IOException {
        Path file = folder.resolve("contracts/bo-mau.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
