/** The paper-avoided ledger: how many papers nobody had to bring. */
@NullMarked
package vn.lienthong.citizen.ledger;

import org.jspecify.annotations.NullMarked;
