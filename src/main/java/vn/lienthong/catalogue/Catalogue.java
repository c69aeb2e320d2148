package vn.lienthong.catalogue;

import vn.lienthong.kernel.SchemaFiles;

/** Procedures and agencies as one reading of the files gave them; how a tool or a test gets them without Spring. */
public record Catalogue(Procedures procedures, Agencies agencies) {
    /** Reads both lists, or refuses the start with a line that names the file and the entry. */
    public static Catalogue load(SchemaFiles files) {
        CatalogueReader reader = new CatalogueReader(files);
        return new Catalogue(reader.procedures(), reader.agencies());
    }
}
