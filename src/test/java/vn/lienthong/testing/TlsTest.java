package vn.lienthong.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.LienthongApplication;

/** A test that calls over TLS, with and without certificates; classes that carry this share one gateway. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LienthongApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "lienthong.simulator.enabled=false",
            "lienthong.simulator.feed.enabled=false",
            "lienthong.simulator.url=http://127.0.0.1:9"
        })
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = TlsGateway.class)
public @interface TlsTest {}
