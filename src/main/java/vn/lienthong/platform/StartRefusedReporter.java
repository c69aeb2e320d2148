package vn.lienthong.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.lienthong.kernel.Bilingual;

/** Says why the start was refused, one line per finding, instead of a stack trace; the process then ends with 1. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {
    private static final Logger LOG = LoggerFactory.getLogger(StartRefusedReporter.class);

    StartRefusedReporter(@Nullable ConfigurableApplicationContext context) {
        // the context stands in the contract of Spring Boot; the findings need none
    }

    @Override
    public boolean reportException(Throwable failure) {
        List<Bilingual> findings = StartFailure.findings(failure);
        findings.forEach(finding -> LOG.error("{}", finding.both()));
        return !findings.isEmpty();
    }
}
