package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

class LinksTest {
    private static final Duration LIFE = Duration.ofDays(30);

    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void sameMessage_getsTheSameLinkAgain_anotherMessageAnother() {
        LinkTarget target = result(UUID.randomUUID());
        LinkTarget later = result(UUID.randomUUID());

        String first = given(target);

        assertThat(first).startsWith("https://cong.example/links/").hasSize(27 + 43);
        assertThat(given(target)).isEqualTo(first);
        assertThat(given(later)).isNotEqualTo(first);
    }

    /** What two calls at a time may ask for in any order. */
    @Test
    void manyTargets_getALinkEach_inOneStatement_withoutHoldingUpEachOther() throws Exception {
        List<LinkTarget> targets =
                IntStream.range(0, 200).mapToObj(i -> result(UUID.randomUUID())).toList();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var forth = pool.submit(() -> world.links.give("portal", LIFE, targets));
            var back = pool.submit(() -> world.links.give("portal", LIFE, targets.reversed()));
            assertThat(forth.get()).hasSize(200).isEqualTo(back.get());
        }
        assertThat(Set.copyOf(world.links.give("portal", LIFE, targets).values()))
                .hasSize(200);
    }

    @Test
    void tokenHoldsAProof_thatCannotBeMadeUp() {
        String link = given(result(UUID.randomUUID()));
        String token = link.substring(link.lastIndexOf('/') + 1);
        LinkToken ours = new LinkToken(world.dossiers.seal.derive("document link"));
        LinkToken others = new LinkToken(new byte[32]);

        UUID id = ours.read(token).orElseThrow();

        assertThat(ours.of(id)).isEqualTo(token);
        assertThat(others.read(token)).isEmpty();
        assertThat(ours.read(others.of(id))).isEmpty();
        for (String bad : List.of(
                "", "x", token + "A", token.substring(1), "!".repeat(43), token.replace(token.charAt(5), '.'))) {
            assertThat(ours.read(bad)).isEmpty();
        }
        assertThat(IntStream.range(0, 43)
                        .filter(at -> {
                            char other = token.charAt(at) == 'A' ? 'B' : 'A';
                            return ours.read(token.substring(0, at) + other + token.substring(at + 1))
                                    .filter(read -> !read.equals(id))
                                    .isPresent();
                        })
                        .count())
                .isZero();
    }

    @Test
    void ends_andTheAgencyHearsOfIt_onceIfNobodyFetched() {
        String number = MadeUp.number();
        UUID event = UUID.randomUUID();
        UUID fetched = world.link(target(event, number, "result:" + UUID.randomUUID()), LIFE);
        UUID left = world.link(target(event, number, "result:" + UUID.randomUUID()), LIFE);
        world.linkRows.countFetch(fetched);
        world.unfetched.look();
        assertThat(world.workItems(number)).isEmpty();

        world.dossiers.clock.advance(LIFE.plusHours(1));
        try {
            assertThat(world.linkRows.find(left).orElseThrow().over()).isTrue();
            world.unfetched.look();
            world.unfetched.look();
        } finally {
            world.dossiers.clock.reset();
        }

        assertThat(world.workItems(number)).containsExactly("DOCUMENT-NOT-FETCHED");
        assertThat(world.dossiers.workItems(number).getFirst().occurrences()).isOne();
    }

    @Test
    void livesOn_whenTheMessageIsMadeAgainLate() {
        LinkTarget target = result(UUID.randomUUID());
        String first = given(target);
        UUID id = new LinkToken(world.dossiers.seal.derive("document link"))
                .read(first.substring(27))
                .orElseThrow();

        world.dossiers.clock.advance(Duration.ofDays(20));
        try {
            assertThat(given(target)).isEqualTo(first);
            world.dossiers.clock.advance(Duration.ofDays(20));
            assertThat(world.linkRows.find(id).orElseThrow().over()).isFalse();
        } finally {
            world.dossiers.clock.reset();
        }
    }

    @Test
    void attachmentThatItsDossierDoesNotOpen_getsNone() {
        Sha256Name name = world.put("một tệp".getBytes(StandardCharsets.UTF_8), DocumentWorld.caller("H99.14"));
        String number = world.dossier();
        LinkTarget target = target(UUID.randomUUID(), number, "sha256:" + name.hex());

        assertThat(world.links.give("portal", LIFE, Set.of(target))).isEmpty();

        world.put("một tệp".getBytes(StandardCharsets.UTF_8), DocumentWorld.WARD);
        world.dossiers.transaction.executeWithoutResult(status -> world.attachments.name(
                List.of(Attachments.Naming.of(number, DocumentWorld.WARD, List.of(target.document())))));
        assertThat(world.links.give("portal", LIFE, Set.of(target))).containsKey(target);
    }

    private static LinkTarget result(UUID event) {
        return LinkTarget.result(event, event, "H15.24133-260105-0001", MadeUp.WARD);
    }

    private static LinkTarget target(UUID event, String number, String document) {
        return new LinkTarget(event, document, number, MadeUp.WARD);
    }

    private static String given(LinkTarget target) {
        return world.links.give("portal", LIFE, List.of(target)).get(target);
    }
}
