package vn.lienthong.delivery;

import java.util.List;

/** Learns what deliveries have come to, in the transaction that writes it down; what it throws undoes that transaction. */
public interface DeliveryListener {
    /** Whether it wants to be told of confirmed deliveries of this agency, too. Asked for each: must cost nothing. */
    boolean wantsConfirmed(String agency);

    /** These were answered, in this order for each dossier. */
    void answered(List<DeliveryAnswer> answers);

    /** The partner acknowledged these, with whatever word, after it had taken them: confirmed or refused. */
    default void acknowledged(List<DeliveryAnswer> answers) {}
}
