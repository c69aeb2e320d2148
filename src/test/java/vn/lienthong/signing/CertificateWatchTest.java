package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.CertificateSource;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.UsedCertificate;
import vn.lienthong.testing.TestDatabase;

@ExtendWith(OutputCaptureExtension.class)
class CertificateWatchTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String PLACE = "lienthong.signing.keys.seal";

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());
    private final SettableClock clock = new SettableClock();
    private final List<UsedCertificate> used = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CertificateWatch watch = watch(registry);

    @BeforeEach
    void forget() {
        jdbc.update("delete from certificate_warning");
    }

    private CertificateWatch watch(SimpleMeterRegistry figures) {
        CertificateSource source = () -> List.copyOf(used);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("source", source);
        return new CertificateWatch(
                beans.getBeanProvider(CertificateSource.class), new CertificateWarningRepository(jdbc), clock, figures);
    }

    @Test
    void warnsOnceAtEachStep_ofTheWholeMatter(CapturedOutput output) {
        use(61);
        assertThat(warnings(output)).isZero();
        for (int days : new int[] {60, 30, 14, 7, 1}) {
            leave(days);
            watch.look();
            watch.look();
        }
        assertThat(warnings(output)).isEqualTo(5);
        assertThat(output.getOut())
                .contains(
                        PLACE,
                        "CN=Con dấu mẫu",
                        "7 days left",
                        "còn 7 ngày",
                        "results are not sealed",
                        "put a new key in");

        clock.advance(Duration.ofDays(2));
        watch.look();
        assertThat(output.getOut())
                .contains("ĐÃ HẾT HẠN", "A CERTIFICATE HAS ENDED", "Stands still: results are not sealed");
    }

    @Test
    void tellsAnotherNodeAndTheNextStartNothingTwice(CapturedOutput output) {
        use(20);
        watch.look();
        watch(new SimpleMeterRegistry()).look();
        assertThat(warnings(output)).isEqualTo(1);
    }

    @Test
    void warnsOfTheNextCertificateAnew(CapturedOutput output) {
        use(20);
        watch.look();
        used.clear();
        use(20);
        watch.look();
        assertThat(warnings(output)).isEqualTo(2);
    }

    @Test
    void showsTheDaysLeft_andForgetsWhatIsNoLongerUsed() {
        use(20);
        watch.look();
        assertThat(registry.get("lienthong.certificate.days.left")
                        .tag("place", PLACE)
                        .gauge()
                        .value())
                .isBetween(19.0, 20.0);
        clock.advance(Duration.ofDays(25));
        watch.look();
        assertThat(registry.get("lienthong.certificate.days.left").gauge().value())
                .isBetween(-6.0, -4.0);
        used.clear();
        watch.look();
        assertThat(registry.find("lienthong.certificate.days.left").gauges()).isEmpty();
    }

    @Test
    void isIll_fromSevenDaysOn() {
        CertificateHealth health = new CertificateHealth(watch);
        use(8);
        watch.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        leave(7);
        watch.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.health().getDetails().toString()).contains(PLACE);
    }

    @Test
    void goesOnWithoutTheDatabase() {
        use(20);
        jdbc.execute("alter table certificate_warning rename to away");
        try {
            watch.look();
            assertThat(registry.find("lienthong.certificate.days.left").gauges())
                    .extracting(Gauge::value)
                    .hasSize(1);
        } finally {
            jdbc.execute("alter table away rename to certificate_warning");
        }
    }

    /** Puts a certificate into use that has so many days left, and a little. */
    private void use(int days) {
        X509Certificate certificate = MadeKeys.certificate(
                "CN=Con dấu mẫu",
                clock.now().minusSeconds(60),
                clock.now().plus(Duration.ofDays(days).plusHours(1)));
        used.add(new UsedCertificate(
                PLACE,
                new Bilingual("kết quả không được đóng dấu", "results are not sealed"),
                new Bilingual("đặt khóa mới vào", "put a new key in"),
                certificate));
        watch.look();
    }

    private void leave(int days) {
        Duration left = Duration.between(
                clock.now(), used.getFirst().certificate().getNotAfter().toInstant());
        clock.advance(left.minus(Duration.ofDays(days).plusHours(1)));
    }

    private static long warnings(CapturedOutput output) {
        return output.getOut().lines().filter(line -> line.contains(PLACE)).count();
    }
}
