package vn.lienthong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway as one Spring application. */
@SpringBootApplication
public class LienthongApplication {
    /** Starts the gateway. */
    public static void main(String[] arguments) {
        SpringApplication.run(LienthongApplication.class, arguments);
    }
}
