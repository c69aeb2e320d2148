package vn.lienthong.portal.session;

import java.util.Optional;

/** A call and what it came to; empty when there was nothing to call for. */
public record SessionAnswer(SessionCall call, Optional<CallResult> result) {}
