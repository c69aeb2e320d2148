package vn.lienthong.intake.compat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.LienthongApplication;

/** A test that calls from outside: the whole gateway on a free port, the sandbox's clients, no partner that answers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LienthongApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "lienthong.simulator.enabled=false",
            "lienthong.simulator.url=http://127.0.0.1:9",
            "lienthong.intake.compat.sessions=20",
            "lienthong.intake.compat.items=50"
        })
@AutoConfigureObservability(tracing = false)
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = CompatDatabase.class)
public @interface CompatHttpTest {}
