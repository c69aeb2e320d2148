package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import vn.lienthong.simulator.internal.Json;

/** One element of a call's {@code data}, read and checked by itself. */
final class Item {
    private final String dossier;
    private final byte[] json;
    private final long fingerprint;
    private final Mark mark;
    private final Verdict check;

    private Item(JsonNode item, Verdict check, Mark mark) {
        this.dossier = ItemRules.text(item, "MaHoSo");
        this.json = Json.bytes(item);
        this.fingerprint = check.good() ? Content.fingerprint(item) : 0;
        this.mark = mark;
        this.check = check;
    }

    /** A dossier's full state, of {@link Service#DOSSIERS}. */
    static Item full(JsonNode item, boolean allFields) {
        Verdict check = ItemRules.full(item, allFields);
        return new Item(item, check, Mark.of(item, ItemRules.status(item, "TrangThaiHoSo")));
    }

    /** A processing step, of {@link Service#PROGRESS}. */
    static Item step(JsonNode item) {
        Mark mark = new Mark(ItemRules.status(item, "TrangThai"), Moment.of(item.path("ThoiDiemXuLy")));
        return new Item(item, ItemRules.step(item), mark);
    }

    /** Its MaHoSo; empty when it names none. */
    String dossier() {
        return dossier;
    }

    /** The whole item as received, compact. Not to be changed. */
    byte[] json() {
        return json;
    }

    /** What identical items share. */
    long fingerprint() {
        return fingerprint;
    }

    /** Its status and its time: of a full item the latest it tells, of a step ThoiDiemXuLy. */
    Mark mark() {
        return mark;
    }

    /** What is wrong with it by itself. */
    Verdict check() {
        return check;
    }
}
