package vn.lienthong.workitem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which work items to list; null means any. {@code withinAgency} also takes the agencies below it by code. */
public record WorkItemFilter(
        @Nullable String dossierNumber,
        @Nullable String withinAgency,
        @Nullable String code,
        WorkItem.@Nullable State state,
        @Nullable UUID after,
        int limit) {}
