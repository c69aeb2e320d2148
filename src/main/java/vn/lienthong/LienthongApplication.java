package vn.lienthong;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.lienthong.platform.EarlyStart;

/** The gateway as one Spring application. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LienthongApplication {
    /** Starts the gateway, or the tool that the first word names. */
    public static void main(String[] arguments) throws Exception {
        // Vietnamese stays readable where the system's language is not set, as in most containers and services
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        Optional<Integer> status = Tools.run(arguments, System.out, System.err);
        if (status.isPresent()) {
            System.exit(status.get());
        }
        SpringApplication gateway = new SpringApplication(LienthongApplication.class);
        gateway.addListeners(new EarlyStart());
        gateway.run(arguments);
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
