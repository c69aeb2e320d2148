package vn.lienthong.access.internal.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the edge into the server. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals(ObjectMapper json) {
        return factory -> factory.addContextCustomizers(context -> {
            Container host = context.getParent();
            if (host instanceof StandardHost standard) {
                standard.setErrorReportValveClass(""); // the server's own would write HTML
            }
            host.getPipeline().addValve(new ServerRefusals(json));
            host.getPipeline().addValve(new PeerAddress());
        });
    }
}
