package vn.lienthong.national;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What became of writing something in the national form. */
public sealed interface NationalWriting {
    /** The item, ready to be sent. */
    record Written(ObjectNode item) implements NationalWriting {}

    /** It cannot be said truthfully in the national form: too long, contradicting, out of the calendar. */
    record Unbuildable(List<NationalFinding> findings) implements NationalWriting {}
}
