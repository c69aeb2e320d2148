package vn.lienthong.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers which services the class path names. The signing library and the parsers below it look their parts up anew for each
 * signature, through every archive of the class path, which takes a sixth of the time of a seal.
 */
final class ServiceFiles extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";
    private static final ServiceFiles REMEMBERED = new ServiceFiles(ServiceFiles.class.getClassLoader());

    private final Map<String, List<URL>> known = new ConcurrentHashMap<>();

    private ServiceFiles(ClassLoader parent) {
        super(parent);
    }

    /** Does the work with what is remembered; the thread has its own class loader again afterwards. */
    static <T> T remembered(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(REMEMBERED);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(SERVICES)) {
            return super.getResources(name);
        }
        List<URL> places = known.get(name);
        if (places == null) {
            places = new ArrayList<>();
            for (URL place : Collections.list(super.getResources(name))) {
                places.add(held(name, place));
            }
            known.put(name, places);
        }
        return Collections.enumeration(places);
    }

    /** The same text at an address that opens no archive. */
    private static URL held(String name, URL place) throws IOException {
        byte[] text;
        try (InputStream in = place.openStream()) {
            text = in.readAllBytes();
        }
        return URL.of(URI.create("held:/" + name), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL address) {
                return new URLConnection(address) {
                    @Override
                    public void connect() {} // held already

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(text);
                    }
                };
            }
        });
    }
}
