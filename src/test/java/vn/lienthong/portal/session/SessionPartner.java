package vn.lienthong.portal.session;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Request;
import vn.lienthong.testing.HttpDouble.Script;
import vn.lienthong.testing.HttpDouble.Wire;

/** Plays a partner that hands out sessions S1, S2, …; only the last is good, and only until it is ended. */
public final class SessionPartner implements Script {
    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final Script service;

    /** Answers calls with a good session like this. */
    public SessionPartner(Script service) {
        this.service = service;
    }

    /** Ends every session. */
    public void endAll() {
        good.clear();
    }

    @Override
    public void answer(Request request, Wire wire) throws IOException {
        if (request.path().equals("/mapi/login")) {
            good.clear();
            String session = "S" + count.incrementAndGet();
            good.add(session);
            wire.json("{\"error_code\":0,\"session\":\"" + session + "\"}");
        } else if (good.stream().anyMatch(session -> request.body().startsWith("{\"session\":\"" + session + "\""))) {
            service.answer(request, wire);
        } else {
            wire.json("{\"error_code\":\"-2\",\"message\":\"Phiên làm việc hết hạn\"}");
        }
    }

    /** How often somebody signed in. */
    public static int signIns(HttpDouble partner) {
        return partner.requests("/mapi/login").size();
    }

    /** How often a service was called. */
    public static int calls(HttpDouble partner) {
        return partner.requests("/mapi/g").size();
    }
}
