package vn.lienthong.console;

import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.ledger.LedgerLine;

/**
 * A sum as a line of a table.
 *
 * @param percent null where no paper is required
 */
record LedgerRow(
        String name,
        String dossiers,
        String papers,
        String avoided,
        String couldBeAsked,
        @Nullable Integer percent,
        boolean reached) {
    static LedgerRow of(String name, LedgerLine line, Desk desk) {
        return new LedgerRow(
                name,
                desk.number(line.dossiers()),
                desk.number(line.papers()),
                desk.number(line.avoided()),
                desk.number(line.couldBeAsked()),
                line.share() == null ? null : LedgerPage.percent(line.share()),
                Boolean.TRUE.equals(line.reached()));
    }
}
