package vn.lienthong.platform;

import java.nio.file.Path;

/** A process with nothing but the data folder and the embedded database; ends when its standard input ends. */
public final class DatabaseProbe {
    private DatabaseProbe() {}

    /** Arguments: data folder, folder for the programs. */
    public static void main(String[] arguments) throws Exception {
        try (DataFolder data = DataFolder.open(Path.of(arguments[0]));
                EmbeddedDatabase database = EmbeddedDatabase.start(data.path(), Path.of(arguments[1]))) {
            System.out.println("READY " + database.pid() + " " + database.url() + " " + database.password());
            while (System.in.read() >= 0) {}
        }
    }
}
