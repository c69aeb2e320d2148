package vn.lienthong.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.SchemaFiles;

/** Opens the folder of contracts, catalogues and samples that stands before what is packed into the program. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchemaFolder.Settings.class)
class SchemaFolder {
    @Bean
    SchemaFiles schemaFiles(Settings settings) {
        return SchemaFiles.choose(settings.schemas());
    }

    /**
     * Where the folder lies.
     *
     * @param schemas folder whose files stand before the packed ones (default {@code ./schemas} where it exists)
     */
    @ConfigurationProperties("lienthong")
    record Settings(@Nullable Path schemas) {}
}
