package vn.lienthong.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import vn.lienthong.kernel.StartRefused;

/**
 * The data folder, locked, and in it the embedded database, started in a thread of its own so that the application can
 * prepare itself meanwhile. Without an embedded database nothing of it is touched.
 */
final class Foundation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);

    private final DataFolder folder;
    private final @Nullable CompletableFuture<EmbeddedDatabase> database;

    private Foundation(DataFolder folder, @Nullable CompletableFuture<EmbeddedDatabase> database) {
        this.folder = folder;
        this.database = database;
    }

    /** Takes the data folder and, where no other database is named, begins to start the embedded one. */
    static Foundation laid(Environment environment) {
        PlatformProperties properties = Binder.get(environment).bindOrCreate("lienthong", PlatformProperties.class);
        DataFolder folder = DataFolder.open(properties.data());
        if (namesDatabase(environment)) {
            return new Foundation(folder, null);
        }
        LOG.info("Đang khởi động cơ sở dữ liệu … / starting the database …");
        CompletableFuture<EmbeddedDatabase> database = new CompletableFuture<>();
        Thread.ofPlatform().name("database-start").daemon().start(() -> {
            try {
                database.complete(EmbeddedDatabase.start(folder.path(), properties.binariesBelow(folder.path())));
            } catch (RuntimeException | Error failed) {
                database.completeExceptionally(failed);
            }
        });
        return new Foundation(folder, database);
    }

    /** Whether the operator named a database of his own. */
    static boolean namesDatabase(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    /** The folder this process owns. */
    DataFolder folder() {
        return folder;
    }

    /** The embedded database, as soon as it answers. */
    EmbeddedDatabase database() {
        if (database == null) {
            throw new IllegalStateException("spring.datasource.url names the database");
        }
        try {
            return database.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StartRefused refused ? refused : failed;
        }
    }

    /** Stops the database, then gives the folder back; later calls do nothing. */
    @Override
    public void close() {
        if (database != null) {
            // a start under way is awaited: a server nobody stops would outlive us
            database.handle((started, failure) -> {
                        if (started != null) {
                            started.close();
                        }
                        return null;
                    })
                    .join();
        }
        folder.close();
    }
}
