package vn.lienthong.simulator.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The listening side: one WireMock server with one stub, whose answers the {@link Gate} makes. */
public final class TwinServer implements AutoCloseable {
    private final WireMockServer server;
    private final ScheduledExecutorService later;

    private TwinServer(WireMockServer server, ScheduledExecutorService later) {
        this.server = server;
        this.later = later;
    }

    /** Starts listening; nothing when someone else holds the port. */
    public static Optional<TwinServer> start(Twins twins, String host, int port, Path directory) {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("twins-later").factory());
        WireMockServer server = new WireMockServer(
                configuration(host, port, directory).extensions(new Gate(twins, later), new ClosedAdmin()));
        server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(Gate.NAME)));
        try {
            server.start();
        } catch (FatalStartupException taken) {
            later.shutdownNow();
            return Optional.empty();
        }
        return Optional.of(new TwinServer(server, later));
    }

    private static WireMockConfiguration configuration(String host, int port, Path directory) {
        return WireMockConfiguration.options()
                .bindAddress(host)
                .port(port)
                // nothing of a request is kept once it is answered
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .containerThreads(64)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(64)
                .jettyAcceptQueueSize(1024)
                // longer than any caller keeps an idle connection: what breaks here breaks because a fault was set
                .jettyIdleTimeout(600_000L)
                .timeout(1_200_000)
                .jettyStopTimeout(500L)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .templatingEnabled(false)
                // it never calls anyone; making a client for that would cost a third of the start
                .httpClientFactory((options, trustAll, trusted, systemProperties) -> request -> {
                    throw new IOException("the twins call nobody");
                })
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                // a directory without mappings: stubs lying about elsewhere must not join in
                .withRootDirectory(directory.toString());
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        later.shutdownNow();
        server.stop();
    }
}
