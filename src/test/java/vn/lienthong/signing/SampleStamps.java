package vn.lienthong.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;
import vn.lienthong.testing.WorkFolder;

/** A time-stamp authority, with its knobs. */
public final class SampleStamps implements AutoCloseable {
    private final Simulator simulator;

    private SampleStamps(Simulator simulator) {
        this.simulator = simulator;
    }

    /** The sample one. */
    public static SampleStamps start() {
        return start(SimulatorSettings.in(WorkFolder.fresh("stamps")));
    }

    static SampleStamps start(SimulatorSettings settings) {
        return new SampleStamps(Simulator.start(settings.onPort(0)));
    }

    /** Where it gives time-stamps. */
    public String url() {
        return simulator.url() + "/tsa";
    }

    /** Lets it fail so, {@code none} ends it. */
    public void fault(String mode) {
        set("faults", "{\"mode\":\"" + mode + "\",\"rate\":1,\"delayMs\":4000}");
    }

    /** Lets its clock be ahead. */
    public void ahead(Duration by) {
        behave("{\"clockSeconds\":" + by.toSeconds() + "}");
    }

    /** Turns its knobs of behaviour. */
    public void behave(String json) {
        set("behaviour", json);
    }

    private void set(String knob, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__sim/tsa/" + knob))
                .PUT(BodyPublishers.ofString(json))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(request, BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(knob + " " + json + ": " + status);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
