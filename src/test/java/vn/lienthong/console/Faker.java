package vn.lienthong.console;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lienthong.LienthongApplication;
import vn.lienthong.platform.EarlyStart;

/**
 * The console alone, with one of everything on its pages: for design, for screenshots, for showing it to somebody. It
 * stands among the tests, so no province can start it by mistake:
 *
 * <pre>{@code mvn spring-boot:test-run -Dspring-boot.run.main-class=vn.lienthong.console.Faker}</pre>
 */
final class Faker {
    private Faker() {}

    /** Starts it in {@code target/faker}; no partner answers, so nothing on the pages moves by itself. */
    public static void main(String[] arguments) throws InterruptedException {
        SpringApplication gateway = new SpringApplication(LienthongApplication.class);
        gateway.addListeners(new EarlyStart());
        gateway.setAdditionalProfiles("sandbox");
        ConfigurableApplicationContext context = gateway.run(
                "--lienthong.data=target/faker",
                "--lienthong.simulator.enabled=false",
                "--lienthong.simulator.url=http://127.0.0.1:9");
        Integer port = context.getEnvironment().getProperty("local.server.port", Integer.class, 8080);
        Showroom room = Showroom.open(port, context);
        System.out.println("Faker: http://localhost:" + port + "/dossiers/" + room.dossier());
    }
}
