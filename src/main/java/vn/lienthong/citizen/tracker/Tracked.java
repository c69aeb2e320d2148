package vn.lienthong.citizen.tracker;

import org.jspecify.annotations.Nullable;

/** A row of the tracker; without an end the question is under way or was interrupted. */
public record Tracked(TrackedQuestion question, @Nullable TrackedEnd end) {}
