package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.TestAccess;
import vn.lienthong.evidence.verify.Report;
import vn.lienthong.kernel.ProblemException;

class EvidenceControllerTest {
    private static final Caller AUDITOR =
            new Caller("auditor", "Thanh tra", null, Set.of(Scopes.EVIDENCE_READ), null, Caller.Kind.CLIENT);

    private final EvidenceWorld world = new EvidenceWorld(null);
    private final EvidenceController controller = controller(world);

    @Test
    void handsOutAContainerThatHolds_andWritesTheLookDown() {
        Message message = world.kept("{\"status\":\"ACCEPTED\"}");
        world.round();
        world.clock.advance(java.time.Duration.ofSeconds(5)); // no time-stamp will come any more

        ResponseEntity<byte[]> answer = controller.message(message.id().toString(), AUDITOR);

        assertThat(answer.getHeaders().getContentType()).hasToString("application/vnd.etsi.asic-e+zip");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        Report report = TamperedContainerTest.check(answer.getBody());
        assertThat(report.passed()).as("%s", report.findings()).isTrue();
        assertThat(report.leaf().id()).isEqualTo(message.id());
        assertThat(TamperedContainerTest.codes(report)).contains("CHECKPOINT-NOT-STAMPED");
        assertThat(audit()).containsExactly("client:auditor evidence:" + message.id() + " DONE null");
    }

    @Test
    void showsOfABatchOneItemOnly() {
        List<byte[]> texts =
                List.of(TamperedContainerTest.bytes("{\"a\":1}"), TamperedContainerTest.bytes("{\"b\":2}"));
        Message envelope = Message.out(
                        "portal", "portal", TamperedContainerTest.bytes("{\"data\":[{\"a\":1},{\"b\":2}]}"))
                .carrying(texts);
        Message one = envelope.item(UUID.randomUUID(), "H15.24133-260105-9001", texts.getFirst());
        Message two = envelope.item(UUID.randomUUID(), "H15.24133-260105-9002", texts.getLast());
        world.evidence.keep(envelope, List.of(new Evidence.Part(one, 9), new Evidence.Part(two, 17)));
        world.round();
        world.clock.advance(java.time.Duration.ofSeconds(5));

        byte[] container = controller.message(two.id().toString(), AUDITOR).getBody();
        Report report = TamperedContainerTest.check(container);
        assertThat(report.passed()).as("%s", report.findings()).isTrue();
        assertThat(report.leaf().answerTo()).isEqualTo(envelope.id());
        assertThat(TamperedContainerTest.text(container)).contains("{\"b\":2}").doesNotContain("{\"a\":1}");
        Report whole = TamperedContainerTest.check(
                controller.message(envelope.id().toString(), AUDITOR).getBody());
        assertThat(whole.leaf().items())
                .hasSize(2)
                .anySatisfy(item -> assertThat(item).isEqualTo(report.leaf().digest()));
    }

    @Test
    void refusesWhoMayNot_beforeLookingAnything() {
        Message message = world.kept("{}");
        for (String id : List.of(message.id().toString(), "no-id")) {
            assertThat(refused(controller, id, TestAccess.agency("H15.24133"))
                            .problem()
                            .code())
                    .isEqualTo("ACCESS-SCOPE");
        }
        assertThat(audit()).hasSize(2).allMatch(line -> line.endsWith("REFUSED ACCESS-SCOPE"));
    }

    @Test
    void knowsNoOtherEvidence() {
        for (String id : List.of(UUID.randomUUID().toString(), "no-id", "1")) {
            ProblemException refused = refused(controller, id, AUDITOR);
            assertThat(refused.problem().status()).isEqualTo(404);
            assertThat(refused.problem().code()).isEqualTo("EVIDENCE-NOT-FOUND");
        }
    }

    @Test
    void saysWhenToComeAgain_whileNoCheckpointHoldsIt() {
        Message message = world.kept("{}");
        ProblemException refused = refused(controller, message.id().toString(), AUDITOR);
        assertThat(refused.problem().status()).isEqualTo(409);
        assertThat(refused.problem().code()).isEqualTo("EVIDENCE-NOT-SEALED");
        assertThat(refused.retryAfter()).isPositive();
    }

    @Test
    void saysThatTheKeyIsMissing() {
        Message message = world.kept("{}");
        world.round();
        world.clock.advance(java.time.Duration.ofSeconds(5));
        EvidenceWorld keyless = new EvidenceWorld(world.database, null, null);
        keyless.clock.advance(java.time.Duration.ofSeconds(5));
        ProblemException refused = refused(controller(keyless), message.id().toString(), AUDITOR);
        assertThat(refused.problem().status()).isEqualTo(503);
        assertThat(refused.problem().code()).isEqualTo("EVIDENCE-UNSIGNED");
        assertThat(refused.problem().text().en()).contains("lienthong.signing.keys");
    }

    @Test
    void handsOutCheckpointsTiedTogether() {
        for (int i = 0; i < 3; i++) {
            world.keep(2);
            world.round();
        }
        byte[] container = controller.checkpoints(List.of(2L, 4L, 99L), AUDITOR).getBody();
        Report report = TamperedContainerTest.check(container);
        assertThat(report.passed()).as("%s", report.findings()).isTrue();
        assertThat(TamperedContainerTest.text(container))
                .contains("consistency-2-4.txt", "consistency-4-6.txt")
                .doesNotContain("99.txt");
    }

    private List<String> audit() {
        return world.jdbc.queryForList(
                "select who || ' ' || subject || ' ' || outcome || ' ' || coalesce(reason, 'null') from audit order by id",
                String.class);
    }

    private static EvidenceController controller(EvidenceWorld world) {
        return new EvidenceController(
                world.export,
                EvidenceWorld.settings(),
                world.clock,
                TestAccess.rights(),
                TestAccess.audit(JdbcClient.create(world.jdbc), world.clock));
    }

    private static ProblemException refused(EvidenceController controller, String id, Caller caller) {
        return catchThrowableOfType(ProblemException.class, () -> controller.message(id, caller));
    }
}
