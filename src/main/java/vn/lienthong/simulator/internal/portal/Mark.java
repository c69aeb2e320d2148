package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where in a dossier's life a full item stands, as far as its own content tells.
 *
 * <p>An item is <em>older</em> than one shown before when the latest thing that has happened in it lies earlier; or, at
 * the same latest moment, when its status goes back: a status from which the shown one is reached by listed steps, while
 * no listed step leads to it (so 4 after 9, but not 4 after 5). Latest is the greatest of NgayNopHoSo, NgayTiepNhan,
 * NgayTuChoi, NgayKetThucXuLy, NgayTra and, of each supplement round, NgayBoSung and NgayTiepNhanBoSung; a promised date
 * (NgayHenTra) has not happened and does not count. A correction that takes a status back and tells of something later
 * is therefore not older; one that tells nothing later cannot be told from an inversion and counts as one.
 *
 * @param status 1 to 10
 * @param latest yyyyMMddHHmmss as a number; 0 when the item names no time at all
 */
record Mark(int status, long latest) {
    static final List<String> TIMES =
            List.of("NgayNopHoSo", "NgayTiepNhan", "NgayTuChoi", "NgayKetThucXuLy", "NgayTra");
    private static final List<String> ROUND_TIMES = List.of("NgayBoSung", "NgayTiepNhanBoSung");
    private static final Map<Integer, Set<Integer>> STEPS = Map.of(
            1, Set.of(2, 3, 5, 7),
            2, Set.of(4, 5, 6, 7, 8),
            4, Set.of(5, 6, 7, 8, 9),
            5, Set.of(2, 4, 7, 8),
            6, Set.of(4, 8, 9),
            7, Set.of(4, 8),
            9, Set.of(10));

    static Mark of(JsonNode item, int status) {
        long latest = 0;
        for (String name : TIMES) {
            latest = Math.max(latest, Moment.of(item.path(name)));
        }
        for (JsonNode round : item.path("DanhSachHoSoBoSung")) {
            for (String name : ROUND_TIMES) {
                latest = Math.max(latest, Moment.of(round.path(name)));
            }
        }
        return new Mark(status, latest);
    }

    boolean olderThan(Mark shown) {
        return latest < shown.latest || (latest == shown.latest && goesBackFrom(shown.status));
    }

    private boolean goesBackFrom(int shown) {
        boolean listed = status == shown || STEPS.getOrDefault(shown, Set.of()).contains(status);
        return !listed && reachable(status, shown, new HashSet<>());
    }

    private static boolean reachable(int from, int to, Set<Integer> seen) {
        return from == to
                || (seen.add(from)
                        && STEPS.getOrDefault(from, Set.of()).stream().anyMatch(next -> reachable(next, to, seen)));
    }
}
