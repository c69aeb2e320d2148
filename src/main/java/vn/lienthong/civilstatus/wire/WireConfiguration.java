package vn.lienthong.civilstatus.wire;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.SchemaFiles;

/** Reads contract and reply table at the start, so that a mistake in them stops it. */
@Configuration("civilStatusWireConfiguration")
@EnableConfigurationProperties(CivilStatusProperties.class)
class WireConfiguration {
    @Bean
    Contract civilStatusContract(SchemaFiles files, CivilStatusProperties settings) {
        return Contract.read(files, settings.contract());
    }

    @Bean
    ReplyTable civilStatusReplyTable(SchemaFiles files) {
        return ReplyTable.read(files);
    }
}
