package vn.lienthong.simulator;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the twins need to run.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param directory where their state lives
 * @param sessionLife how long a portal session lives after its login
 * @param certificates folder of the sample authority; none: the one packed into the program
 */
public record SimulatorSettings(
        String host,
        int port,
        Path directory,
        Duration sessionLife,
        @Nullable Path certificates) {
    /** With the packed sample authority. */
    public SimulatorSettings(String host, int port, Path directory, Duration sessionLife) {
        this(host, port, directory, sessionLife, null);
    }

    /** Loopback, port 9090, sessions of 30 minutes. */
    public static SimulatorSettings in(Path directory) {
        return new SimulatorSettings("127.0.0.1", 9090, directory, Duration.ofMinutes(30));
    }

    /** The same on another port. */
    public SimulatorSettings onPort(int other) {
        return new SimulatorSettings(host, other, directory, sessionLife, certificates);
    }

    /** The same on another address. */
    public SimulatorSettings onHost(String other) {
        return new SimulatorSettings(other, port, directory, sessionLife, certificates);
    }

    /** The same with another directory. */
    public SimulatorSettings at(Path other) {
        return new SimulatorSettings(host, port, other, sessionLife, certificates);
    }

    /** The same with another sample authority. */
    public SimulatorSettings certifiedBy(Path other) {
        return new SimulatorSettings(host, port, directory, sessionLife, other);
    }
}
