package vn.lienthong.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import vn.lienthong.dossier.ContentRules;
import vn.lienthong.kernel.SchemaFiles;

/** Opens the room for tests that run without the application. */
public final class TestIntake {
    private TestIntake() {}

    /** Reads bodies of the native form. */
    public static NativeReader reader(ContentRules rules) {
        return new NativeReader(SchemaFiles.packed(), rules, new SimpleMeterRegistry());
    }
}
