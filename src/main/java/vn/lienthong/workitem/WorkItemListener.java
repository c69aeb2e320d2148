package vn.lienthong.workitem;

import java.util.UUID;

/** Learns of new work items in the transaction that opens them; what it throws undoes that transaction. */
public interface WorkItemListener {
    /** This one is open now under this id. One that is only seen again is not told. */
    void opened(UUID id, NewWorkItem item);
}
