package vn.lienthong.citizen.ledger;

import java.util.List;

/**
 * The ledger as one person may see it.
 *
 * @param target share of papers that nobody should have to bring, 0 to 1
 * @param items one for each month, agency and procedure
 */
public record LedgerView(double target, LedgerLine total, List<LedgerLine> items) {}
