package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.function.Supplier;
import vn.lienthong.kernel.SchemaFiles;

/**
 * Procedures and agencies: those of the files, and over them what the portal told. {@link #load} gives the files alone, for a
 * tool or a test without Spring.
 */
public record Catalogue(Procedures procedures, Agencies agencies) {
    /** Reads both lists, or refuses the start with a line that names the file and the entry. */
    public static Catalogue load(SchemaFiles files) {
        return load(files, () -> LocalDate.MAX);
    }

    /** The same, with successions that come into force by and by. */
    static Catalogue load(SchemaFiles files, Supplier<LocalDate> today) {
        CatalogueReader reader = new CatalogueReader(files);
        return new Catalogue(reader.procedures(), reader.agencies(SuccessionReader.load(files), today));
    }

    /** Holds from now on what the other holds; whoever reads sees the old or the new list, never a part. */
    void become(Catalogue other) {
        procedures.become(other.procedures);
        agencies.become(other.agencies);
    }
}
