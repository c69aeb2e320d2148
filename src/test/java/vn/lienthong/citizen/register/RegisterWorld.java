package vn.lienthong.citizen.register;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.catalogue.SuccessionReader;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.BirthDate;
import vn.lienthong.citizen.person.PersonalNumber;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;

/** The population register's client before a register that a test plays. */
public final class RegisterWorld implements AutoCloseable {
    public static final Duration LEFT = Duration.ofSeconds(4);

    private static final SoapLine SOAP = new SoapLine();

    public final SettableClock clock = new SettableClock();
    public final Partners partners;
    public final PopulationRegister register;
    private final PartnerHttp http;

    /** {@code settings}: of the partner entry as {@code population.…=…}, of the door as {@code door.…=…}. */
    public RegisterWorld(URI url, String... settings) {
        List<String> partner = new ArrayList<>(List.of(
                "population.url=" + url,
                "population.connect-timeout=1s",
                "population.read-timeout=3s",
                "population.concurrency=4"));
        Map<String, String> door = new HashMap<>();
        for (String setting : settings) {
            if (setting.startsWith("door.")) {
                String[] parts = setting.substring(5).split("=", 2);
                door.put("lienthong.registers.population." + parts[0], parts[1]);
            } else {
                partner.add(setting);
            }
        }
        partners = TestPartners.of(partner.toArray(String[]::new));
        http = new PartnerHttp(partners, clock);
        RegisterProperties properties = new Binder(new MapConfigurationPropertySource(door))
                .bindOrCreate("lienthong", RegisterProperties.class);
        ClientTokens tokens = new ClientTokens(http, partners, clock);
        RegisterLine line =
                new RegisterLine(partners, properties, http, new HeaderSigner(tokens, clock), tokens, clock);
        register = new PopulationRegister(
                partners,
                line,
                SOAP,
                new ReplyReader(new OldUnits(SuccessionReader.load(SchemaFiles.packed()), clock)),
                clock);
    }

    /** Asks for the fields of the first made-up person. */
    public RegisterAnswer ask() {
        return ask(Operation.LOOK_UP, "066090000011", "Nguyễn Văn Mẫu", "1990-01-31");
    }

    /** Asks for the fields of this person. */
    public RegisterAnswer ask(String number, String name, String born) {
        return ask(Operation.LOOK_UP, number, name, born);
    }

    /** Asks. */
    public RegisterAnswer ask(Operation operation, String number, String name, String born) {
        return register.ask(question(operation, number, name, born), LEFT);
    }

    static Question question(Operation operation, String number, String name, String born) {
        return new Question(
                UUID.randomUUID(),
                operation,
                "1.001193",
                "H15.24133-261121-0007",
                "066080000099",
                "H15.24133",
                new AskedPerson(
                        PersonalNumber.parse(number).orElseThrow(),
                        name,
                        BirthDate.parse(born, LocalDate.of(2026, 11, 22)).orElseThrow()));
    }

    @Override
    public void close() {
        http.destroy();
    }
}
