package vn.lienthong;

import java.lang.reflect.InvocationTargetException;

/**
 * First class to run. Compiled for Java 17, so that a machine with an older Java reads one clear line instead of a
 * class-version error; it names the application only by its text for the same reason.
 */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    /** Starts the gateway or one of its tools; ends with status 1 and one line when this Java is too old. */
    public static void main(String[] arguments) throws Throwable {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println("Liên Thông cần Java " + NEEDED + " trở lên, đang chạy bằng Java " + found
                    + " (" + System.getProperty("java.home") + "). / Liên Thông needs Java " + NEEDED
                    + " or newer, this is Java " + found + ".");
            System.exit(1);
        }
        try {
            Class.forName("vn.lienthong.LienthongApplication")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
