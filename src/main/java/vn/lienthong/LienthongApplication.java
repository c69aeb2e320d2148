package vn.lienthong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import vn.lienthong.platform.EarlyStart;

/** The gateway as one Spring application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LienthongApplication {
    /** Starts the gateway. */
    public static void main(String[] arguments) {
        SpringApplication gateway = new SpringApplication(LienthongApplication.class);
        gateway.addListeners(new EarlyStart());
        gateway.run(arguments);
    }
}
