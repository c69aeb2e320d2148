package vn.lienthong.document;

import java.util.Map;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.testing.WorkFolder;

/** Opens the room for tests of the rooms that use it. */
public final class TestDocuments {
    private TestDocuments() {}

    /** Who may have which file, in this world's database. */
    public static Attachments attachments(DossierWorld world) {
        return new Attachments(new FileRepository(world.jdbc), world.rights, world.register);
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
