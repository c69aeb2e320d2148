package vn.lienthong.simulator.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.lienthong.kernel.SchemaFiles;

/** All samples in the order of their file names: those of the folder if it has the place for them, else the packed. */
record SampleFiles(SchemaFiles files) {

    List<Sample> all() {
        Optional<Path> folder =
                files.folder().map(schemas -> schemas.resolve("samples")).filter(Files::isDirectory);
        try {
            List<Sample> found = folder.isPresent() ? inFolder(folder.get()) : packed();
            return found.stream().sorted(Comparator.comparing(Sample::file)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The samples cannot be read", unreadable);
        }
    }

    private static List<Sample> inFolder(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Sample> found = new ArrayList<>();
            for (Path file :
                    listed.filter(path -> path.toString().endsWith(".json")).toList()) {
                found.add(new Sample(String.valueOf(file.getFileName()), Files.readString(file)));
            }
            return found;
        }
    }

    private static List<Sample> packed() throws IOException {
        List<Sample> found = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:schemas/samples/*.json")) {
            found.add(new Sample(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
        }
        return found;
    }
}
