package vn.lienthong.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;

/** Judges what a database says about itself. */
final class DatabaseFindings {
    private static final int OLDEST = 150_000;
    private static final Duration NOTABLE = Duration.ofSeconds(2);
    /** Beyond this a token may look too young or too old to another node. */
    private static final Duration GRAVE = Duration.ofMinutes(1);

    private DatabaseFindings() {}

    /** The gateway brings these migrations and opens a pool of this size. */
    static List<Diagnosis> of(DatabaseFacts facts, Set<String> packed, int pool) {
        List<Diagnosis> found = new ArrayList<>();
        found.add(clock(facts.ahead(), facts.doubt()));
        found.add(Diagnosis.well(
                "DATABASE-REACHED",
                "PostgreSQL " + facts.version() / 10_000 + "." + facts.version() % 10_000 + ", " + facts.megabytes()
                        + " MB, " + facts.connected() + "/" + facts.connections() + " kết nối.",
                "PostgreSQL " + facts.version() / 10_000 + "." + facts.version() % 10_000 + ", " + facts.megabytes()
                        + " MB, " + facts.connected() + " of " + facts.connections() + " connections."));
        fitness(facts, found);
        migrations(facts.migrations(), packed, found);
        int free = facts.connections() - facts.connected();
        if (free < pool / 2) {
            found.add(Diagnosis.warning(
                    "DATABASE-CONNECTIONS",
                    new Bilingual(
                            "Chỉ còn " + free + " kết nối trống, một nút cần tới " + pool + ".",
                            "Only " + free + " connections are free; a node needs up to " + pool + "."),
                    new Bilingual(
                            "Tăng max_connections, hoặc giảm lienthong.database.connections.",
                            "Raise max_connections, or lower lienthong.database.connections.")));
        }
        return found;
    }

    private static Diagnosis clock(Duration ahead, Duration doubt) {
        Duration off = ahead.abs().minus(doubt);
        String told = ahead.toMillis() + " ms";
        if (off.compareTo(NOTABLE) < 0) {
            return Diagnosis.well(
                    "CLOCK-AGREES",
                    "Đồng hồ máy này lệch " + told + " so với cơ sở dữ liệu.",
                    "This machine's clock is " + told + " ahead of the database's.");
        }
        Bilingual text = new Bilingual(
                "Đồng hồ máy này nhanh hơn cơ sở dữ liệu " + told + " (âm: chậm hơn).",
                "This machine's clock is " + told + " ahead of the database's (negative: behind).");
        Bilingual remedy = new Bilingual(
                "Bật đồng bộ giờ (chrony, systemd-timesyncd) trên cả hai máy: timedatectl.",
                "Keep both machines on network time (chrony, systemd-timesyncd): see timedatectl.");
        return off.compareTo(GRAVE) < 0
                ? Diagnosis.warning("CLOCK-OFF", text, remedy)
                : Diagnosis.error("CLOCK-WRONG", text, remedy);
    }

    private static void fitness(DatabaseFacts facts, List<Diagnosis> found) {
        if (facts.version() < OLDEST) {
            found.add(Diagnosis.error(
                    "DATABASE-OLD",
                    new Bilingual("Cần PostgreSQL 15 trở lên.", "PostgreSQL 15 or newer is needed."),
                    new Bilingual("Nâng cấp máy chủ.", "Upgrade the server.")));
        }
        if (facts.copy()) {
            found.add(Diagnosis.error(
                    "DATABASE-COPY",
                    new Bilingual("Đây là bản sao chỉ đọc.", "This is a copy that can only be read."),
                    new Bilingual("Trỏ địa chỉ tới máy chủ chính.", "Point the address to the primary.")));
        }
        if (!facts.durable()) {
            found.add(Diagnosis.error(
                    "DATABASE-NOT-DURABLE",
                    new Bilingual(
                            "fsync, full_page_writes hoặc synchronous_commit đang tắt: mất điện là mất hồ sơ đã nhận.",
                            "fsync, full_page_writes or synchronous_commit is off: a power cut loses accepted dossiers."),
                    new Bilingual("Bật cả ba trong postgresql.conf.", "Turn all three on in postgresql.conf.")));
        }
    }

    private static void migrations(Map<String, Boolean> applied, Set<String> packed, List<Diagnosis> found) {
        Set<String> broken = new TreeSet<>();
        applied.forEach((version, success) -> {
            if (!success) {
                broken.add(version);
            }
        });
        Set<String> missing = new TreeSet<>(packed);
        missing.removeAll(applied.keySet());
        Set<String> newer = new TreeSet<>(applied.keySet());
        newer.removeAll(packed);
        if (!broken.isEmpty()) {
            found.add(Diagnosis.error(
                    "DATABASE-MIGRATION-BROKEN",
                    new Bilingual("Bước chuyển đổi hỏng: " + broken, "Migrations that failed: " + broken),
                    new Bilingual("Khôi phục bản sao lưu rồi khởi động lại.", "Restore the backup and start again.")));
        }
        if (!missing.isEmpty()) {
            found.add(Diagnosis.warning(
                    "DATABASE-MIGRATION-WAITS",
                    new Bilingual("Chưa chuyển đổi: " + missing, "Migrations not made yet: " + missing),
                    new Bilingual("Khởi động trục: nó tự chuyển đổi.", "Start the gateway: it migrates by itself.")));
        }
        if (!newer.isEmpty()) {
            found.add(Diagnosis.error(
                    "DATABASE-NEWER",
                    new Bilingual(
                            "Cơ sở dữ liệu mới hơn chương trình này: " + newer,
                            "The database is newer than this program: " + newer),
                    new Bilingual("Dùng bản chương trình mới.", "Use the newer program.")));
        }
    }
}
