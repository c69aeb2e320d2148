package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.BearerOutcome;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.later.LaterAsker;
import vn.lienthong.citizen.later.TestLater;
import vn.lienthong.citizen.register.Envelopes;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.workitem.WorkItem;

/** Questions that a register does not answer, asked again later when the officer wants that. */
class LaterTest {
    private final AtomicBoolean up = new AtomicBoolean();
    private final HttpDouble register = new HttpDouble((request, wire) -> {
        if (up.get()) {
            wire.answer("200 OK", "", Envelopes.of(RegisterDouble.WHOLE).getBytes(StandardCharsets.UTF_8));
        } else {
            wire.answer("503 Service Unavailable", "", new byte[0]);
        }
    });
    private final CitizenWorld world = new CitizenWorld(register.url());
    private final AtomicBoolean withdrawn = new AtomicBoolean();
    private final LaterAsker asker = TestLater.asker(world.later, world.lookUps, new OneCaller());

    @AfterEach
    void close() {
        world.close();
        register.close();
    }

    @Test
    void asksAgain_whenTheRegisterIsBack_andTellsTheOfficer() {
        String dossier = world.dossier();

        LookUpAnswer first = ask(dossier, true);
        assertThat(first.match()).isEqualTo(Match.UNVERIFIED);
        assertThat(first.askedAgainUntil()).isAfter(first.asOf().plus(Duration.ofHours(47)));
        assertThat(codes(dossier)).containsExactly("REGISTER-LATER");
        asker.askAgain();
        assertThat(world.rows(CitizenWorld.PERSON)).as("not due yet").hasSize(1);
        up.set(true);
        after(Duration.ofMinutes(2));
        asker.askAgain();

        assertThat(codes(dossier)).containsExactly("REGISTER-VERIFIED");
        assertThat(world.rows(CitizenWorld.PERSON)).hasSize(2);
        assertThat(world.rows(CitizenWorld.PERSON).getFirst().question().officerName())
                .isEqualTo("Trần Thị Mẫu");
        LookUpAnswer then = world.ask(dossier, "fullName");
        assertThat(then.match()).isEqualTo(Match.MATCHED);
        assertThat(then.cached()).isTrue();
        after(Duration.ofHours(1));
        asker.askAgain();
        assertThat(world.rows(CitizenWorld.PERSON))
                .as("asked once more, by the officer only")
                .hasSize(3);
    }

    @Test
    void leavesItAtThat_whenNobodyWantsMore() {
        String dossier = world.dossier();

        assertThat(ask(dossier, null).askedAgainUntil()).isNull();
        assertThat(codes(dossier)).isEmpty();
    }

    @Test
    void waitsOnceForAPersonOfADossier_howeverOftenItIsAsked() {
        String dossier = world.dossier();

        ask(dossier, true);
        ask(dossier, true);

        assertThat(world.dossiers.jdbc.queryForObject("select count(*) from later_question", Integer.class))
                .isEqualTo(1);
        byte[] stored = world.dossiers.jdbc.queryForObject("select sealed from later_question", byte[].class);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(CitizenWorld.PERSON);
    }

    @Test
    void tellsAPerson_whenTheRegisterNeverComesBack() {
        String dossier = world.dossier();
        ask(dossier, true);

        for (int tries = 0; tries < 4; tries++) {
            after(Duration.ofHours(13));
            asker.askAgain();
        }

        assertThat(codes(dossier)).containsExactly("REGISTER-UNVERIFIED");
    }

    @Test
    void isAskedByAnother_whenANodeEndsWhileItAsks() {
        String dossier = world.dossier();
        ask(dossier, true);
        up.set(true);
        after(Duration.ofMinutes(2));
        assertThat(TestLater.takeAndEnd(world.later)).isTrue();
        asker.askAgain();
        assertThat(codes(dossier)).as("the other node may still be at it").containsExactly("REGISTER-LATER");

        after(Duration.ofMinutes(3));
        asker.askAgain();

        assertThat(codes(dossier)).containsExactly("REGISTER-VERIFIED");
    }

    @Test
    void asksNoMore_whenTheReasonIsGone() {
        String closed = world.dossier();
        ask(closed, true);
        world.dossiers.transaction.execute(status -> world.dossiers.register.apply(
                List.of(Tellings.state(closed, 2L, Tellings.content(DossierStatus.STOPPED, body -> {}))),
                java.util.Map.of()));
        int asked = register.requests().size();
        after(Duration.ofMinutes(2));
        asker.askAgain();

        assertThat(register.requests()).as("nothing left for the register").hasSize(asked);
        assertThat(codes(closed)).isEmpty();
        String other = world.dossier();
        ask(other, true);
        withdrawn.set(true);
        after(Duration.ofMinutes(2));
        asker.askAgain();
        assertThat(codes(other)).isEmpty();
    }

    private void after(Duration time) {
        world.dossiers.clock.advance(time);
        world.register.clock.advance(time);
    }

    private LookUpAnswer ask(String dossier, Boolean later) {
        LookUpRequest plain =
                CitizenWorld.request(dossier, CitizenWorld.PERSON, CitizenWorld.NAME, CitizenWorld.BORN, "fullName");
        return world.lookUps.ask(
                new LookUpRequest(
                        plain.dossierNumber(),
                        plain.officer(),
                        plain.purpose(),
                        plain.legalBasis(),
                        plain.person(),
                        plain.fields(),
                        later),
                CitizenWorld.WARD);
    }

    private List<String> codes(String dossier) {
        return world.dossiers.workItems(dossier).stream().map(WorkItem::code).toList();
    }

    /** The configuration: one client, until it is taken out. */
    private final class OneCaller implements Callers {
        @Override
        public BearerOutcome byBearer(HttpServletRequest request) {
            return new BearerOutcome.Missing();
        }

        @Override
        public Optional<Caller> bySecret(String clientId, String secret, HttpServletRequest request) {
            return Optional.empty();
        }

        @Override
        public boolean knows(List<X509Certificate> chain) {
            return false;
        }

        @Override
        public Optional<Caller> byCertificate(List<X509Certificate> chain) {
            return Optional.empty();
        }

        @Override
        public Optional<Caller> byClientId(String clientId) {
            return withdrawn.get() ? Optional.empty() : Optional.of(CitizenWorld.WARD);
        }
    }
}
