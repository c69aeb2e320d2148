package vn.lienthong.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.document.internal.Incoming;

/** A file on its way into the folder: written beside it, synced, renamed, its folders synced. */
final class FolderUpload implements Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(FolderUpload.class);
    private static final int BUFFER = 32 * 1024;

    private final FileFolder folder;
    private final Sha256Name name;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream body;

    FolderUpload(FileFolder folder, Sha256Name name) throws IOException {
        this.folder = folder;
        this.name = name;
        this.part = folder.incoming().resolve(UUID.randomUUID() + ".part");
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.body = new Body(channel);
    }

    @Override
    public OutputStream body() {
        return body;
    }

    @Override
    public void publish() throws IOException {
        body.flush();
        channel.force(true);
        List<Path> directories = folder.directories(name);
        Files.createDirectories(directories.getFirst());
        Files.move(part, folder.place(name), StandardCopyOption.ATOMIC_MOVE);
        for (Path directory : directories) {
            FileFolder.sync(directory);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException left) {
            LOG.warn("Chưa xóa được {} / cannot be removed now", part, left);
        }
    }

    /** Leaves the channel open, which is synced after the last byte. */
    private static final class Body extends BufferedOutputStream {
        Body(FileChannel channel) {
            super(Channels.newOutputStream(channel), BUFFER);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
