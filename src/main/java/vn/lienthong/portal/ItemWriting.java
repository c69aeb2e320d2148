package vn.lienthong.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What became of writing what a delivery says in the partner's form. */
sealed interface ItemWriting {
    /** The item, ready to be sent. */
    record Written(ObjectNode item) implements ItemWriting {}

    /** The dossier's content does not fit the form: its agency must correct it. */
    record Unsendable(String words) implements ItemWriting {}

    /** A fault of ours, or of the contract. {@code words} are for the operator; null where the log tells. */
    record Unbuildable(@Nullable String words) implements ItemWriting {}
}
