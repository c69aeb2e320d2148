package vn.lienthong.simulator.internal;

record CallTally(long calls, long faulted) {
    CallTally plus(CallTally more) {
        return new CallTally(calls + more.calls, faulted + more.faulted);
    }
}
