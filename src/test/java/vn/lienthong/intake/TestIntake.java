package vn.lienthong.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.TestAccess;
import vn.lienthong.document.TestDocuments;
import vn.lienthong.dossier.ContentRules;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.kernel.SchemaFiles;

/** Opens the room for tests that run without the application. */
public final class TestIntake {
    private TestIntake() {}

    /** An intake on this world's database whose disk is full. */
    public static Intake withoutRoom(DossierWorld world) {
        DiskWatch full = new DiskWatch(() -> 0, 1);
        full.look();
        AnswerRepository answers = new AnswerRepository(world.jdbc);
        GroupTransaction transaction = new GroupTransaction(
                world.register,
                TestEvidence.in(world.jdbc, world.seal),
                answers,
                new AnswerWriter(JsonMapper.builder().findAndAddModules().build()),
                TestAccess.audit(JdbcClient.create(world.jdbc), world.clock),
                new NamedAttachments(TestDocuments.attachments(world), world.workItems));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        return new Intake(
                new SharedCommit(transaction, IntakeNode.SETTINGS, full, registry),
                answers,
                world.workItems,
                IntakeNode.SETTINGS,
                registry);
    }

    /** Reads bodies of the native form. */
    public static NativeReader reader(ContentRules rules) {
        return new NativeReader(SchemaFiles.packed(), rules, new SimpleMeterRegistry());
    }
}
