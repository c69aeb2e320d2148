package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.evidence.container.Inclusion;
import vn.lienthong.evidence.tree.TreeHash;

class LeafTest {
    private static final Leaf LEAF = new Leaf(
            UUID.fromString("019a9f3e-6c1a-7c3e-9d1b-2f6f1c0a7e11"),
            Message.Direction.IN,
            "rest",
            "H15.24133",
            Instant.parse("2026-01-05T01:31:03.002117Z"),
            null,
            new byte[32],
            List.of());

    @Test
    void isTextThatAPersonCanRead() {
        assertThat(new String(LEAF.text(), StandardCharsets.UTF_8)).isEqualTo("""
                lienthong/leaf/1
                id 019a9f3e-6c1a-7c3e-9d1b-2f6f1c0a7e11
                direction IN
                channel rest
                party H15.24133
                at 2026-01-05T01:31:03.002117Z
                digest 0000000000000000000000000000000000000000000000000000000000000000
                """);
    }

    @Property
    void isReadAsItWasWritten(
            @ForAll @NotEmpty String party,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
            @ForAll boolean answer,
            @ForAll @IntRange(max = 5) int items) {
        Leaf leaf = new Leaf(
                UUID.randomUUID(),
                Message.Direction.OUT,
                "portal",
                party,
                Instant.ofEpochMilli(millis),
                answer ? UUID.randomUUID() : null,
                Nonce.random(),
                IntStream.range(0, items).mapToObj(i -> Nonce.random()).toList());
        byte[] text = leaf.text();
        assertThat(Leaf.read(text).map(Leaf::text))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(text));
    }

    @Test
    void putsNothingOfTheSenderOnALineOfItsOwn() {
        Leaf sly =
                new Leaf(LEAF.id(), LEAF.direction(), "rest", "x\ndigest ff", LEAF.at(), null, new byte[32], List.of());
        assertThat(new String(sly.text(), StandardCharsets.UTF_8)).contains("party x%0Adigest ff\n");
    }

    @ParameterizedTest
    @CsvSource({
        "direction IN, direction in",
        "at 2026, at  2026",
        "id 019a, id 019A",
        "channel rest, Channel rest",
        "leaf/1, leaf/2",
        "digest 00, digest 0",
        "digest, item"
    })
    void isNotReadInAnyOtherWriting(String from, String to) {
        byte[] other = new String(LEAF.text(), StandardCharsets.UTF_8)
                .replace(from, to)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Leaf.read(other)).isEmpty();
    }

    @Test
    void hidesWhatTheMessageSays_untilTheNonceIsShown() {
        byte[] bytes = "{\"personalId\":\"066090000011\"}".getBytes(StandardCharsets.UTF_8);
        Message one = Message.out("rest", "x", bytes);
        Message two = Message.out("rest", "x", bytes);
        assertThat(one.digest()).isNotEqualTo(two.digest());
        assertThat(Nonce.digest(one.nonce(), bytes)).isEqualTo(one.digest());
    }

    @Test
    void namesInTheEnvelopeTheDigestsThatTheItemsHave() {
        byte[] first = {1};
        byte[] second = {2};
        Message envelope = Message.out("portal", "portal", new byte[] {0, 1, 2}).carrying(List.of(first, second));
        Message item = envelope.item(UUID.randomUUID(), null, second);
        assertThat(envelope.items()).hasSize(2);
        assertThat(item.digest()).isEqualTo(envelope.items().getLast());
        assertThat(item.nonce()).isNotEqualTo(envelope.nonce());
        assertThat(item.answerTo()).isEqualTo(envelope.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x\n",
                "lienthong/x\n1\n",
                "lienthong/x\n01\nAAAA\n",
                "lienthong/x\n-1\nAAAA\n",
                "lienthong/x\n1\nAAAA\n",
                "lienthong/x\n1\n*\n",
                "lienthong/x\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "lienthong/x\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n",
                " \n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void aCheckpointHasOneWriting(String text) {
        assertThat(Checkpoint.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        byte[] good = new Checkpoint("lienthong/x", 1, new byte[32]).text();
        assertThat(new String(good, StandardCharsets.UTF_8))
                .isEqualTo("lienthong/x\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        assertThat(Checkpoint.read(good)).isPresent();
    }

    @Test
    void aProofHasNoEndlessPath() {
        List<byte[]> path =
                IntStream.range(0, 200).mapToObj(i -> new byte[TreeHash.LENGTH]).toList();
        assertThat(Inclusion.read(new Inclusion("x", 1, 2, new byte[32], path).text()))
                .isEmpty();
        assertThat(Inclusion.read(new Inclusion("x", 1, 2, new byte[32], path.subList(0, 60)).text()))
                .isPresent();
        byte[] text = new Inclusion("x", 1, 2, new byte[32], List.of(new byte[31])).text();
        assertThat(Inclusion.read(text)).isEmpty();
        assertThat(Inclusion.read(Arrays.copyOf(text, 10))).isEmpty();
    }
}
