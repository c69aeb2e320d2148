package vn.lienthong.simulator.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Takes calls as the gateway does, remembering each key's first effect, with faults to be thrown in between. */
final class FakeGateway implements AutoCloseable {
    /** Every write that had an effect, by idempotency key, in order. */
    final Map<String, String> effects = Collections.synchronizedMap(new LinkedHashMap<>());

    final List<String> dossiers = Collections.synchronizedList(new ArrayList<>());
    final List<String> replays = Collections.synchronizedList(new ArrayList<>());
    final List<String> signIns = Collections.synchronizedList(new ArrayList<>());
    /** Statuses to answer instead, one per write, before any effect; 0 drops the connection after the effect. */
    final Deque<Integer> faults = new ArrayDeque<>();

    Function<String, Integer> refuse = path -> 0;
    String refusal = "{\"code\":\"DOSSIER-INVALID\"}";
    /** What it says about itself. */
    String about = "{\"sandbox\":true}";

    private final HttpServer server;

    FakeGateway(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", this::token);
        server.createContext("/v1/dossiers/", this::dossier);
        server.createContext("/v1/about", call -> answer(call, 200, about));
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange call) throws IOException {
        String basic = call.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        signIns.add(pair);
        String client = pair.substring(0, pair.indexOf(':'));
        answer(call, 200, "{\"access_token\":\"" + client + "\",\"token_type\":\"Bearer\",\"expires_in\":60}");
    }

    private synchronized void dossier(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (call.getRequestMethod().equals("GET")) {
            answer(call, dossiers.contains(path) ? 200 : 404, "{}");
            return;
        }
        Integer fault = faults.poll();
        if (fault != null && fault != 0) {
            answer(call, fault, "{}");
            return;
        }
        int refused = refuse.apply(path);
        if (refused != 0) {
            answer(call, refused, refusal);
            return;
        }
        String key = call.getRequestHeaders().getFirst("Idempotency-Key");
        String effect = call.getRequestMethod() + " " + path + " "
                + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String earlier = effects.putIfAbsent(key, effect);
        if (earlier != null) {
            replays.add(key);
        }
        if (call.getRequestMethod().equals("PUT")) {
            dossiers.add(path);
        }
        if (fault != null) {
            call.close();
        } else {
            answer(call, earlier == null || earlier.equals(effect) ? 202 : 422, "{}");
        }
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
