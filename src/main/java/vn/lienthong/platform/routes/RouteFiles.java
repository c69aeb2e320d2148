package vn.lienthong.platform.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All route files: those packed in the jar, replaced and extended by those in the folder. */
final class RouteFiles {
    private final Path folder;
    private final Map<String, RouteFile> packed = new TreeMap<>();

    RouteFiles(Path folder) {
        this.folder = folder;
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*" + RouteFile.SUFFIX)) {
                RouteFile file = RouteFile.of(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
                packed.put(file.id(), file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What stands now, by id. */
    Map<String, RouteFile> now() {
        Map<String, RouteFile> files = new TreeMap<>(packed);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.filter(entry -> entry.getFileName().toString().endsWith(RouteFile.SUFFIX))
                        .forEach(entry -> add(files, entry));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    private static void add(Map<String, RouteFile> files, Path entry) {
        try {
            RouteFile file = RouteFile.of(entry.getFileName().toString(), Files.readAllBytes(entry));
            files.put(file.id(), file);
        } catch (NoSuchFileException gone) {
            // an editor replaced it at this moment; the next look sees it
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
