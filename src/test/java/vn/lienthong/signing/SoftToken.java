package vn.lienthong.signing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import vn.lienthong.testing.OutsideTool;

/** A token made of software (SoftHSM2), in a folder of the test. */
final class SoftToken {
    private final Path settings;
    private final Path tokens;
    private final String library;

    private SoftToken(Path settings, Path tokens, String library) {
        this.settings = settings;
        this.tokens = tokens;
        this.library = library;
    }

    /** A new one; skips the test where the program is absent. */
    static SoftToken in(Path folder, String pin) throws Exception {
        OutsideTool.of("softhsm2-util", folder);
        String library = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so",
                        "/usr/lib64/libsofthsm2.so")
                .filter(file -> Files.exists(Path.of(file)))
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(library != null, "libsofthsm2.so is not where it usually lies");
        System.out.println("TOKEN: SoftHSM2, " + library);
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Path settings = folder.resolve("softhsm2.conf");
        SoftToken made = new SoftToken(settings, tokens, library);
        made.show();
        tell("SOFTHSM2_CONF", settings.toString());
        OutsideTool.of("env", folder)
                .run(
                        "SOFTHSM2_CONF=" + settings,
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "sample",
                        "--so-pin",
                        "5678",
                        "--pin",
                        pin)
                .succeeds();
        return made;
    }

    SigningProperties.Token settings() {
        return new SigningProperties.Token(library, 0, null);
    }

    /** Pulls the token out, with every session. */
    void takeAway() throws Exception {
        write(Files.createDirectories(tokens.resolveSibling("none")));
        reset();
    }

    /** Puts it back. */
    void bringBack() throws Exception {
        show();
        reset();
    }

    /** Closes every session of the process, as a token does that lost its power for a moment. */
    void reset() {
        call("C_Finalize");
        call("C_Initialize");
    }

    private void show() throws Exception {
        write(tokens);
    }

    private void write(Path folder) throws Exception {
        Files.writeString(
                settings, "directories.tokendir = " + folder + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    }

    /** Opens the token as its owner does who fills it. */
    KeyStore open(String pin) throws Exception {
        Provider provider = Security.getProvider("SunPKCS11")
                .configure("--name = beside\nlibrary = " + library + "\nslotListIndex = 0");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin.toCharArray());
        return store;
    }

    @SuppressWarnings("restricted")
    private void call(String function) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            long outcome = (long) linker.downcallHandle(
                            SymbolLookup.libraryLookup(library, arena)
                                    .find(function)
                                    .orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS))
                    .invokeExact(MemorySegment.NULL);
            if (outcome != 0) {
                throw new IllegalStateException(function + " " + outcome);
            }
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The module reads the environment of the process, which Java cannot write. */
    @SuppressWarnings("restricted")
    private static void tell(String name, String value) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            int outcome = (int) linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (outcome != 0) {
                throw new IllegalStateException("setenv " + outcome);
            }
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
