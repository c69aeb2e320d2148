package vn.lienthong.platform;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The versions of the database that this program brings. */
final class PackedMigrations {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");

    private PackedMigrations() {}

    static Set<String> versions() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql")) {
            Matcher name = NAME.matcher(String.valueOf(file.getFilename()));
            if (name.matches()) {
                found.add(name.group(1));
            }
        }
        return found;
    }
}
