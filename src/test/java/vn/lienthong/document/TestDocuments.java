package vn.lienthong.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.testing.WorkFolder;

/** Opens the room for tests of the rooms that use it. */
public final class TestDocuments {
    private TestDocuments() {}

    /** Who may have which file, in this world's database. */
    public static Attachments attachments(DossierWorld world) {
        return new Attachments(new FileRepository(world.jdbc), world.rights, world.register);
    }

    /** A file that this caller handed in, by its name alone. */
    public static Sha256Name handedIn(DossierWorld world, Caller caller) {
        Sha256Name file = Sha256Name.of(Sha256.of(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
        FileRepository files = new FileRepository(world.jdbc);
        files.keep(file, 36, "text/plain");
        files.own(file, Attachments.owner(caller));
        return file;
    }

    /** The dossiers that open a file. */
    public static List<String> dossiersOpening(DossierWorld world, Sha256Name file) {
        return new FileRepository(world.jdbc).dossiersOpening(file);
    }

    /** Unpacks packages into a folder of its own. */
    public static Packages packages(DossierWorld world) {
        FileStore store = new FileStore(
                new FileFolder(WorkFolder.fresh("packages")),
                new FileCipher(world.seal.derive("document file")),
                DocumentWorld.settings(Map.of()));
        return new Packages(store, new FileRepository(world.jdbc), attachments(world));
    }
}
