package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.lienthong.evidence.TamperedContainerTest.bytes;
import static vn.lienthong.evidence.TamperedContainerTest.check;
import static vn.lienthong.evidence.TamperedContainerTest.codes;
import static vn.lienthong.evidence.TamperedContainerTest.found;
import static vn.lienthong.evidence.TamperedContainerTest.text;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.evidence.container.Forging;
import vn.lienthong.evidence.container.Inclusion;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.verify.Report;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.simulator.authority.SampleAuthority;

/** Even who holds the gateway's key cannot change what was time-stamped: the tree does not fit any more. */
class ForgedProofTest {
    private static final String MESSAGE = "message.json";
    private static final String CHECKPOINT = "checkpoint-7.txt";
    private static final String SIGNATURE = "checkpoint-7.p7s";

    @TempDir
    private static Path folder;

    private static EvidenceWorld world;
    private static byte[] good;
    private static byte[] otherSignature;
    private static Signer stranger;

    @BeforeAll
    static void make() throws Exception {
        try (SampleStamps stamps = SampleStamps.start()) {
            world = new EvidenceWorld(stamps.url());
            Message one = world.kept("{\"status\":\"ACCEPTED\"}");
            world.keep(6);
            world.round();
            good = world.container(one);
            world.keep(1);
            world.round();
            otherSignature = world.checkpoints.newest().orElseThrow().signature();
        }
        SampleAuthority.make(folder, SampleAuthority.ADDRESS, Clock.systemUTC());
        stranger = TestSigning.signerOf(folder, "agency-seal", world.clock);
    }

    @Test
    void passes_whenOnlySignedAnew() {
        assertThat(check(Forging.resigned(good, world.signer, all -> {})).passed())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("forgeries")
    void findsForgeries(String forgery, String code, Consumer<Map<String, byte[]>> change) {
        found(Forging.resigned(good, world.signer, change), code);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("message replaced", "MESSAGE-CHANGED", MESSAGE, old -> bytes("{\"status\":\"RETURNED\"}")),
                forgery(
                        "nonce replaced",
                        "MESSAGE-CHANGED",
                        proof(p -> new Inclusion(p.origin(), p.leaf(), p.size(), new byte[32], p.path()))),
                forgery("border between nonce and message moved", "MESSAGE-CHANGED", all -> {
                    Inclusion p = Inclusion.read(all.get(Names.INCLUSION)).orElseThrow();
                    byte[] message = all.get(MESSAGE);
                    byte[] nonce = java.util.Arrays.copyOf(p.nonce(), p.nonce().length + 1);
                    nonce[nonce.length - 1] = message[0];
                    all.put(MESSAGE, java.util.Arrays.copyOfRange(message, 1, message.length));
                    all.put(Names.INCLUSION, new Inclusion(p.origin(), p.leaf(), p.size(), nonce, p.path()).text());
                }),
                forgery("message and leaf replaced", "PROOF-WRONG", all -> {
                    byte[] forged = bytes("{\"status\":\"RETURNED\"}");
                    Leaf leaf = Leaf.read(all.get(Names.LEAF)).orElseThrow();
                    byte[] nonce = Inclusion.read(all.get(Names.INCLUSION))
                            .orElseThrow()
                            .nonce();
                    all.put(MESSAGE, forged);
                    all.put(
                            Names.LEAF,
                            new Leaf(
                                            leaf.id(),
                                            leaf.direction(),
                                            leaf.channel(),
                                            leaf.party(),
                                            leaf.at(),
                                            leaf.answerTo(),
                                            Nonce.digest(nonce, forged),
                                            leaf.items())
                                    .text());
                }),
                forgery(
                        "time in the leaf",
                        "PROOF-WRONG",
                        Names.LEAF,
                        old -> bytes(text(old).replaceFirst("\nat \\d{4}", "\nat 2020"))),
                forgery(
                        "sender in the leaf",
                        "PROOF-WRONG",
                        Names.LEAF,
                        old -> bytes(text(old).replace("party H15.24133", "party H15.02"))),
                forgery("a line more in the leaf", "LEAF-FORM", Names.LEAF, old -> bytes(text(old) + "note x\n")),
                forgery(
                        "other ends of line in the leaf",
                        "LEAF-FORM",
                        Names.LEAF,
                        old -> bytes(text(old).replace("\n", "\r\n"))),
                forgery(
                        "another place in the tree",
                        "PROOF-WRONG",
                        proof(p -> new Inclusion(p.origin(), p.leaf() + 1, p.size(), p.nonce(), p.path()))),
                forgery(
                        "neighbours reordered",
                        "PROOF-WRONG",
                        proof(p -> new Inclusion(
                                p.origin(),
                                p.leaf(),
                                p.size(),
                                p.nonce(),
                                p.path().reversed()))),
                forgery(
                        "a neighbour less",
                        "PROOF-WRONG",
                        proof(p -> new Inclusion(
                                p.origin(),
                                p.leaf(),
                                p.size(),
                                p.nonce(),
                                p.path().subList(1, p.path().size())))),
                forgery(
                        "a bit of a neighbour",
                        "PROOF-WRONG",
                        proof(p -> new Inclusion(p.origin(), p.leaf(), p.size(), p.nonce(), flipped(p.path())))),
                forgery(
                        "proof of another tree",
                        "OTHER-TREE",
                        proof(p -> new Inclusion("lienthong/other", p.leaf(), p.size(), p.nonce(), p.path()))),
                forgery(
                        "proof for another size",
                        "CHECKPOINT-MISSING",
                        proof(p -> new Inclusion(p.origin(), p.leaf(), 6, p.nonce(), p.path()))),
                forgery("proof as prose", "PROOF-FORM", Names.INCLUSION, old -> bytes("it is in there\n")),
                forgery(
                        "a blank in the proof",
                        "PROOF-FORM",
                        Names.INCLUSION,
                        old -> bytes(text(old).replace("leaf ", "leaf  "))),
                forgery("two messages", "MESSAGE-COUNT", "message.bin", old -> bytes("x")),
                forgery("root forged", "CHECKPOINT-SIGNATURE-CONTENT", CHECKPOINT, ForgedProofTest::otherRoot),
                forgery("root forged and signed anew", "PROOF-WRONG", all -> {
                    all.put(CHECKPOINT, otherRoot(all.get(CHECKPOINT)));
                    all.put(SIGNATURE, Forging.signature(world.signer, all.get(CHECKPOINT)));
                }),
                forgery(
                        "size forged",
                        "CHECKPOINT-FORM",
                        CHECKPOINT,
                        old -> bytes(text(old).replace("\n7\n", "\n8\n"))),
                forgery("checkpoint with a line more", "CHECKPOINT-FORM", CHECKPOINT, old -> bytes(text(old) + "x\n")),
                forgery("signature of the checkpoint gone", "CHECKPOINT-UNSIGNED", all -> all.remove(SIGNATURE)),
                forgery(
                        "signature of another checkpoint",
                        "CHECKPOINT-SIGNATURE-CONTENT",
                        SIGNATURE,
                        old -> otherSignature),
                forgery("signature value", "CHECKPOINT-SIGNATURE-VALUE", SIGNATURE, ForgedSignatures::otherValue),
                forgery("certificates gone", "CHECKPOINT-SIGNATURE-NO-CERTIFICATE", SIGNATURE, ForgedSignatures::bare),
                forgery(
                        "signed by another officer",
                        "SIGNER-DIFFERS",
                        all -> all.put(
                                SIGNATURE,
                                Forging.signature(
                                        TestSigning.signer("officer-ec", null, world.clock), all.get(CHECKPOINT)))),
                forgery(
                        "signed by a stranger's authority",
                        "CHECKPOINT-SIGNER-NOT-TRUSTED",
                        all -> all.put(SIGNATURE, Forging.signature(stranger, all.get(CHECKPOINT)))),
                forgery(
                        "time-stamp of another signature",
                        "CHECKPOINT-STAMP-OF-ANOTHER",
                        SIGNATURE,
                        old -> ForgedSignatures.unsigned(
                                old, ForgedSignatures.signer(otherSignature).getUnsignedAttributes())),
                forgery("everything gone", "CONTAINER-EMPTY", Map::clear));
    }

    @Test
    void saysThatTheTimeIsOnlyClaimed_whenTheTimeStampWasRemoved() {
        Report report = check(Forging.resigned(
                good,
                world.signer,
                all -> all.computeIfPresent(SIGNATURE, (name, old) -> ForgedSignatures.unsigned(old, null))));
        assertThat(codes(report)).contains("CHECKPOINT-NOT-STAMPED");
        assertThat(report.stampedAt()).isNull();
    }

    @Test
    void believesNoContainerOfAStranger() {
        found(Forging.resigned(good, stranger, all -> {}), "CONTAINER-SIGNER-NOT-TRUSTED");
    }

    @Test
    void findsAMessageThatClaimsToBeYoungerThanItsTimeStamp() throws Exception {
        try (SampleStamps stamps = SampleStamps.start()) {
            EvidenceWorld ahead = new EvidenceWorld(stamps.url());
            Message message = ahead.kept("{}");
            ahead.jdbc.update("update evidence_message set at = at + interval '1 day'");
            ahead.round();
            found(ahead.container(message), "TIME-BACKWARDS");
        }
    }

    private static Arguments forgery(String what, String code, Consumer<Map<String, byte[]>> change) {
        return arguments(what, code, change);
    }

    private static Arguments forgery(String what, String code, String name, UnaryOperator<byte[]> change) {
        Consumer<Map<String, byte[]>> all = files -> files.put(name, change.apply(files.get(name)));
        return arguments(what, code, all);
    }

    private static Consumer<Map<String, byte[]>> proof(UnaryOperator<Inclusion> change) {
        return files -> files.computeIfPresent(
                Names.INCLUSION,
                (name, old) -> change.apply(Inclusion.read(old).orElseThrow()).text());
    }

    private static byte[] otherRoot(byte[] checkpoint) {
        Checkpoint old = Checkpoint.read(checkpoint).orElseThrow();
        return new Checkpoint(old.origin(), old.size(), new byte[32]).text();
    }

    private static List<byte[]> flipped(List<byte[]> path) {
        return path.stream().map(hash -> TamperedContainerTest.flip(hash, 3)).toList();
    }
}
