package vn.lienthong.alert;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A plain letter to all readers. */
final class MailChannel implements Channel {
    private final AlertProperties.Mail settings;
    private final URI console;

    MailChannel(AlertProperties.Mail settings, URI console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(Telling telling) throws IOException {
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(settings.from());
        letter.setTo(settings.to().toArray(String[]::new));
        letter.setSubject(Words.subject(telling));
        letter.setText(Words.letter(telling, console));
        try {
            sender().send(letter);
        } catch (MailException failure) {
            throw new IOException(settings.host() + ": " + failure.getMessage(), failure);
        }
    }

    private JavaMailSenderImpl sender() throws IOException {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.username());
        SecretFile.read(settings.passwordFile()).ifPresent(sender::setPassword);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties line = sender.getJavaMailProperties();
        line.setProperty("mail.smtp.connectiontimeout", "5000");
        line.setProperty("mail.smtp.timeout", "10000");
        line.setProperty("mail.smtp.writetimeout", "10000");
        line.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        // a server that cannot secure the line is not spoken to at all
        line.setProperty("mail.smtp.starttls.enable", is(AlertProperties.Security.STARTTLS));
        line.setProperty("mail.smtp.starttls.required", is(AlertProperties.Security.STARTTLS));
        line.setProperty("mail.smtp.ssl.enable", is(AlertProperties.Security.TLS));
        line.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return sender;
    }

    private String is(AlertProperties.Security wanted) {
        return Boolean.toString(settings.security() == wanted);
    }
}
