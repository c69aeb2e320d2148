package vn.lienthong.evidence.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree kept in tiles, read as far as it is asked about. One piece of work long: it remembers what it read. */
public final class TiledTree implements Nodes {
    private final Store store;
    private final Map<Place, Tile> read = new HashMap<>();

    /** Where a tile stands. */
    private record Place(int level, long number) {}

    /** Where tiles are kept. */
    @FunctionalInterface
    public interface Store {
        /** The tile, which is there. */
        Tile read(int level, long number);
    }

    /** Reads from this store. */
    public TiledTree(Store store) {
        this.store = store;
    }

    @Override
    public byte[] hash(int level, long number) {
        int height = level % Tile.HEIGHT;
        long first = number << height;
        Tile tile = tile(level / Tile.HEIGHT, first >>> Tile.HEIGHT);
        return tile.hash(height, (int) ((first & (Tile.WIDTH - 1)) >>> height));
    }

    /** The tiles that change when these leaves follow the first {@code size}. */
    public List<Tile> append(long size, List<byte[]> leaves) {
        Map<Integer, Map<Long, Tile>> changed = new TreeMap<>();
        int level = 0;
        long from = size;
        List<byte[]> hashes = leaves;
        while (!hashes.isEmpty()) {
            Map<Long, Tile> tiles = fill(level, from, hashes);
            changed.put(level, tiles);
            hashes = tiles.values().stream()
                    .filter(tile -> tile.width() == Tile.WIDTH)
                    .map(tile -> tile.hash(Tile.HEIGHT, 0))
                    .toList();
            from >>>= Tile.HEIGHT;
            level++;
        }
        List<Tile> all = new ArrayList<>();
        changed.values().forEach(tiles -> all.addAll(tiles.values()));
        all.forEach(tile -> read.put(new Place(tile.level(), tile.number()), tile));
        return all;
    }

    private Map<Long, Tile> fill(int level, long from, List<byte[]> hashes) {
        Map<Long, Tile> tiles = new TreeMap<>();
        int done = 0;
        while (done < hashes.size()) {
            long number = (from + done) >>> Tile.HEIGHT;
            int width = (int) ((from + done) & (Tile.WIDTH - 1));
            int more = Math.min(Tile.WIDTH - width, hashes.size() - done);
            byte[] added = new byte[more * TreeHash.LENGTH];
            for (int i = 0; i < more; i++) {
                System.arraycopy(hashes.get(done + i), 0, added, i * TreeHash.LENGTH, TreeHash.LENGTH);
            }
            Tile before = width == 0 ? new Tile(level, number, new byte[0]) : tile(level, number);
            if (before.width() != width) {
                throw new IllegalStateException("Tile " + level + "/" + number + " holds " + before.width()
                        + " hashes where " + width + " are expected");
            }
            tiles.put(number, before.with(added));
            done += more;
        }
        return tiles;
    }

    private Tile tile(int level, long number) {
        return read.computeIfAbsent(new Place(level, number), place -> store.read(level, number));
    }
}
