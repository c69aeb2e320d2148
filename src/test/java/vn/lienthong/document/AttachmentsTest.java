package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.access.Caller;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** Who may have a file: a digest alone opens nothing. */
class AttachmentsTest {
    private static final Caller WARD = DocumentWorld.WARD;
    private static final Caller PROVINCE = DocumentWorld.caller("H15");
    private static final Caller OTHER = DocumentWorld.caller("H99.14");

    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;
    private static int count;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void belongsToWhoeverHandedItIn_andThoseAbove() {
        Sha256Name name = world.put(fresh(), WARD);

        assertThat(world.attachments.find(name, WARD)).isPresent();
        assertThat(world.attachments.find(name, PROVINCE)).isPresent();
        assertThat(world.attachments.find(name, OTHER)).isEmpty();
    }

    @Test
    void isOpenedByADossier_toThoseWhoMaySeeThatDossier() {
        Sha256Name name = world.put(fresh(), DocumentWorld.caller("H15.02"));
        String number = world.dossier();

        assertThat(world.attachments.find(name, WARD)).isEmpty();
        assertThat(named(number, PROVINCE, name)).isEmpty();
        assertThat(world.attachments.find(name, WARD)).isPresent();
        assertThat(world.attachments.find(name, OTHER)).isEmpty();
    }

    @Test
    void isNotOpened_bySomebodyWhoOnlyKnowsItsDigest() {
        Sha256Name foreign = world.put(fresh(), OTHER);
        String number = world.dossier();

        assertThat(named(number, WARD, foreign)).containsExactly(foreign);
        assertThat(world.attachments.find(foreign, WARD)).isEmpty();
    }

    @Test
    void isOpened_onceTheTellerHandsItInAfterAll() {
        byte[] late = fresh();
        Sha256Name name = Sha256Name.of(vn.lienthong.kernel.Sha256.of(late));
        String number = world.dossier();
        assertThat(named(number, WARD, name)).containsExactly(name);

        world.put(late, WARD);

        assertThat(world.files.openedBy(List.of(number), List.of(name))).containsEntry(number, java.util.Set.of(name));
        assertThat(named(number, WARD, name)).isEmpty();
    }

    @Test
    void linksOfTheSendersOwn_areLeftAlone() {
        String number = MadeUp.number();

        List<List<Sha256Name>> missing = tell(Attachments.Naming.of(
                number, WARD, java.util.Arrays.asList("https://motcua.example/1.pdf", null, "sha256:xyz")));

        assertThat(missing).containsExactly(List.of());
    }

    @Test
    void answersForEachOfMany_alsoWhereADossierStandsTwiceAmongThem() {
        Sha256Name held = world.put(fresh(), WARD);
        Sha256Name absent = Sha256Name.of(vn.lienthong.kernel.Sha256.of(fresh()));
        String one = MadeUp.number();
        String other = MadeUp.number();
        List<String> both = List.of("sha256:" + held.hex(), "sha256:" + absent.hex(), "sha256:" + held.hex());

        List<List<Sha256Name>> missing = tell(
                Attachments.Naming.of(one, WARD, both),
                Attachments.Naming.of(other, OTHER, both),
                Attachments.Naming.of(one, WARD, List.of("sha256:" + held.hex())));

        assertThat(missing.getFirst()).containsExactly(absent);
        assertThat(missing.get(1)).containsExactlyInAnyOrder(held, absent);
        assertThat(missing.getLast()).isEmpty();
    }

    private static List<Sha256Name> named(String number, Caller teller, Sha256Name name) {
        return tell(Attachments.Naming.of(number, teller, List.of("SHA256:" + name.hex())))
                .getFirst();
    }

    private static List<List<Sha256Name>> tell(Attachments.Naming... namings) {
        return world.dossiers.transaction.execute(status -> world.attachments.name(List.of(namings)));
    }

    private static byte[] fresh() {
        return ("tệp " + count++).getBytes(StandardCharsets.UTF_8);
    }
}
