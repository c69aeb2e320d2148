package vn.lienthong.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.document.Sha256Name;

/**
 * A place where encrypted files lie, each under its name: a folder, or a bucket. A file is there whole or not at all, and
 * stays once it is published. Every call may be repeated, by several nodes at once too. What this place cannot do for now is
 * an {@link IOException}.
 */
public interface Depot extends AutoCloseable {
    /** Whether this file is there, whole and durable. */
    boolean isThere(Sha256Name name) throws IOException;

    /** What lies there; empty when nothing does. */
    Optional<InputStream> open(Sha256Name name) throws IOException;

    /** Begins to take a file in; nobody sees it before it is published. */
    Incoming begin(Sha256Name name) throws IOException;

    /** Takes a file away; one that is not there is away. */
    void remove(Sha256Name name) throws IOException;

    /** Removes what began before that time and was never published, whoever began it; how many those were. */
    int sweep(Instant before) throws IOException;

    /** Free bytes; {@link Long#MAX_VALUE} where nobody tells. */
    long free() throws IOException;

    /** Whether other nodes may be at work in it. */
    boolean isShared();

    /** The name that this place itself carries, so that nodes notice when theirs is another; empty before the first. */
    Optional<UUID> identity() throws IOException;

    /** Gives it this name if it has none; the one it has. */
    UUID identify(UUID fresh) throws IOException;

    /** Does once what taking files in will need, and leaves nothing behind. */
    void prove() throws IOException;

    /** Where that is, for people. */
    String where();

    @Override
    void close();
}
