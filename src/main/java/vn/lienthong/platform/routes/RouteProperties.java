package vn.lienthong.platform.routes;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where flows come from: {@code lienthong.routes.*}.
 *
 * @param folder files here replace those in the jar by name (default {@code ./routes}; need not exist)
 * @param reload whether edited files take effect without a restart (default false; true in the sandbox)
 */
@ConfigurationProperties("lienthong.routes")
public record RouteProperties(
        @DefaultValue("./routes") Path folder,
        @DefaultValue("false") boolean reload) {}
