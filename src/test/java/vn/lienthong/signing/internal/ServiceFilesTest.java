package vn.lienthong.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.cms.CMSGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServiceFilesTest {
    private static final String NAMED = "META-INF/services/" + CMSGenerator.class.getName();

    @Test
    void tells_whatTheClassPathNames() {
        List<Class<?>> plain = providers();
        assertThat(plain).isNotEmpty();
        assertThat(ServiceFiles.remembered(ServiceFilesTest::providers)).isEqualTo(plain);
        assertThat(ServiceFiles.remembered(ServiceFilesTest::providers)).isEqualTo(plain);
    }

    @Test
    void opensNoArchive_theSecondTime() {
        List<URL> first = ServiceFiles.remembered(ServiceFilesTest::places);
        List<URL> second = ServiceFiles.remembered(ServiceFilesTest::places);
        assertThat(first).isNotEmpty().extracting(URL::getProtocol).containsOnly("held");
        assertThat(second.getFirst()).isSameAs(first.getFirst());
    }

    @Test
    void givesTheThreadItsOwnLoaderBack_evenWhenTheWorkFails() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        assertThatThrownBy(() -> ServiceFiles.remembered(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static List<Class<?>> providers() {
        return ServiceLoader.load(CMSGenerator.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .toList();
    }

    private static List<URL> places() {
        try {
            return Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(NAMED));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
