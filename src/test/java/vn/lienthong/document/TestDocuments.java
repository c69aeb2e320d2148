package vn.lienthong.document;

import vn.lienthong.dossier.DossierWorld;

/** Opens the room for tests of the rooms that use it. */
public final class TestDocuments {
    private TestDocuments() {}

    /** Who may have which file, in this world's database. */
    public static Attachments attachments(DossierWorld world) {
        return new Attachments(new FileRepository(world.jdbc), world.rights, world.register);
    }
}
