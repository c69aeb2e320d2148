package vn.lienthong.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {
    private static final List<String> PUBLISHED =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheRootsThatOthersPublished(int size, String root) {
        Grown tree = new Grown(PUBLISHED.stream()
                .map(HexFormat.of()::parseHex)
                .map(TreeHash::leaf)
                .toList());
        assertThat(HexFormat.of().formatHex(tree.prover().root(size))).isEqualTo(root);
    }

    @Property(tries = 60)
    void hasTheRootOfTheDefinition_howeverItGrew(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @IntRange(min = 1, max = 300) int step) {
        List<byte[]> leaves = leaves(size);
        Grown tree = new Grown(List.of());
        for (int from = 0; from < size; from += step) {
            tree.append(leaves.subList(from, Math.min(size, from + step)));
        }
        assertThat(tree.prover().root(size)).isEqualTo(defined(leaves));
    }

    @Property(tries = 200)
    void provesEveryLeafInEverySize(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @LongRange(min = 0, max = 699) long any) {
        long index = any % size;
        List<byte[]> leaves = leaves(700);
        Grown tree = new Grown(leaves);
        List<byte[]> path = tree.prover().inclusion(index, size);
        byte[] leaf = leaves.get((int) index);
        assertThat(ProofCheck.root(leaf, index, size, path).orElseThrow()).isEqualTo(defined(leaves.subList(0, size)));
        assertThat(path).hasSizeLessThanOrEqualTo(10);
    }

    @Property(tries = 200)
    void believesNoOtherPlaceAndNoOtherPath(
            @ForAll @IntRange(min = 2, max = 700) int size, @ForAll @LongRange(min = 0, max = 699) long any) {
        long index = any % size;
        List<byte[]> leaves = leaves(700);
        Grown tree = new Grown(leaves);
        byte[] root = tree.prover().root(size);
        byte[] leaf = leaves.get((int) index);
        List<byte[]> path = tree.prover().inclusion(index, size);
        assertThat(gives(leaf, (index + 1) % size, size, path, root)).isFalse();
        assertThat(gives(leaf, index, size, path.subList(1, path.size()), root)).isFalse();
        assertThat(gives(leaf, index, size, longer(path), root)).isFalse();
        assertThat(gives(leaf, index, size, flipped(path), root)).isFalse();
        assertThat(ProofCheck.root(leaf, size, size, path)).isEmpty();
        assertThat(ProofCheck.root(leaf, -1, size, path)).isEmpty();
    }

    @Property(tries = 300)
    void provesThatAnEarlierTreeBeginsALaterOne(
            @ForAll @IntRange(min = 0, max = 700) int one, @ForAll @IntRange(min = 0, max = 700) int other) {
        long older = Math.min(one, other);
        long newer = Math.max(one, other);
        Prover prover = new Grown(leaves(700)).prover();
        byte[] old = prover.root(older);
        byte[] young = prover.root(newer);
        List<byte[]> path = prover.consistency(older, newer);
        assertThat(ProofCheck.consistent(older, old, newer, young, path)).isTrue();
        if (older > 0 && older < newer) {
            byte[] forged = old.clone();
            forged[0] ^= 1;
            assertThat(ProofCheck.consistent(older, forged, newer, young, path)).isFalse();
            assertThat(ProofCheck.consistent(older, old, newer, forged, path)).isFalse();
            assertThat(ProofCheck.consistent(older, old, newer, young, flipped(path)))
                    .isFalse();
            assertThat(ProofCheck.consistent(older, old, newer, young, longer(path)))
                    .isFalse();
            assertThat(ProofCheck.consistent(older, old, newer, young, List.of()))
                    .isFalse();
        }
    }

    @Test
    void readsAFewTiles_howeverLargeTheTree() {
        long size = 300_000_017L;
        List<String> reads = new ArrayList<>();
        TiledTree tree = new TiledTree((level, number) -> {
            reads.add(level + "/" + number);
            long width = Math.min(256, (size >> (8 * level)) - number * 256);
            byte[] hashes = new byte[(int) width * TreeHash.LENGTH];
            Arrays.fill(hashes, (byte) (level + number));
            return new Tile(level, number, hashes);
        });
        Prover prover = new Prover(tree);
        prover.root(size);
        assertThat(prover.inclusion(123_456_789, size)).hasSize(29);
        assertThat(prover.consistency(200_000_003, size)).hasSizeLessThan(40);
        assertThat(reads).hasSizeLessThan(20);
    }

    @Test
    void refusesToGrowOnATileOfAnotherWidth() {
        TiledTree tree = new TiledTree((level, number) -> new Tile(level, number, new byte[64]));
        assertThatThrownBy(() -> tree.append(5, leaves(1))).hasMessageContaining("2 hashes where 5");
    }

    private static boolean gives(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        return ProofCheck.root(leaf, index, size, path)
                .filter(found -> Arrays.equals(found, root))
                .isPresent();
    }

    private static List<byte[]> longer(List<byte[]> path) {
        List<byte[]> more = new ArrayList<>(path);
        more.add(new byte[TreeHash.LENGTH]);
        return more;
    }

    private static List<byte[]> flipped(List<byte[]> path) {
        List<byte[]> other = new ArrayList<>(path);
        byte[] last = other.removeLast().clone();
        last[31] ^= 1;
        other.add(last);
        return other;
    }

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            leaves.add(TreeHash.leaf(("leaf " + i).getBytes(StandardCharsets.US_ASCII)));
        }
        return leaves;
    }

    /** Straight from the definition. */
    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(defined(leaves.subList(0, split)), defined(leaves.subList(split, leaves.size())));
    }

    /** A tree in memory. */
    private static final class Grown {
        private final Map<String, Tile> tiles = new HashMap<>();
        private long size;

        Grown(List<byte[]> leaves) {
            append(leaves);
        }

        void append(List<byte[]> leaves) {
            tree().append(size, leaves).forEach(tile -> tiles.put(tile.level() + "/" + tile.number(), tile));
            size += leaves.size();
        }

        Prover prover() {
            return new Prover(tree());
        }

        private TiledTree tree() {
            return new TiledTree((level, number) -> tiles.get(level + "/" + number));
        }
    }
}
