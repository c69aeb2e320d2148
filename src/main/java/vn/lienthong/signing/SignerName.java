package vn.lienthong.signing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Whose signature somebody expects: a whole common name, or a whole distinguished name from either end. Letters count with
 * their accents, not with their case; a part of a name is no name.
 */
public final class SignerName {
    private static final Map<String, String> SAME_TYPE = Map.of(
            "E", "EMAILADDRESS",
            "1.2.840.113549.1.9.1", "EMAILADDRESS",
            "0.9.2342.19200300.100.1.1", "UID",
            "2.5.4.5", "SERIALNUMBER",
            "2.5.4.97", "ORGANIZATIONIDENTIFIER",
            "S", "ST");

    private final String common;
    private final Optional<List<Set<String>>> whole;

    private SignerName(String common, Optional<List<Set<String>>> whole) {
        this.common = common;
        this.whole = whole;
    }

    /** A name as a person writes it. */
    public static SignerName of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a signer's name is empty");
        }
        return new SignerName(normal(text), parts(text));
    }

    /** Whether the subject of a certificate is who was named. Of several common names none stands for the holder. */
    public boolean names(String subject) {
        Optional<List<Set<String>>> told = parts(subject);
        if (told.isEmpty()) {
            return false;
        }
        if (whole.isPresent() && (whole.equals(told) || whole.get().reversed().equals(told.get()))) {
            return true;
        }
        List<String> commons = told.get().stream()
                .flatMap(Set::stream)
                .filter(part -> part.startsWith("CN="))
                .toList();
        return commons.equals(List.of("CN=" + common));
    }

    /** Each step of the name with its values; empty for what is no distinguished name. */
    private static Optional<List<Set<String>>> parts(String name) {
        try {
            List<Set<String>> parts = new ArrayList<>();
            for (Rdn step : new LdapName(name).getRdns()) {
                parts.add(values(step));
            }
            return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
        } catch (InvalidNameException plain) {
            return Optional.empty();
        } catch (NamingException impossible) {
            throw new IllegalStateException("A name that was read has its values", impossible);
        }
    }

    private static Set<String> values(Rdn step) throws NamingException {
        Set<String> values = new TreeSet<>();
        var attributes = step.toAttributes().getAll();
        while (attributes.hasMore()) {
            Attribute attribute = attributes.next();
            String type = attribute.getID().toUpperCase(Locale.ROOT).replaceFirst("^OID\\.", "");
            var all = attribute.getAll();
            while (all.hasMore()) {
                String text =
                        all.next() instanceof String value ? normal(value) : normal(Rdn.escapeValue(step.getValue()));
                values.add(SAME_TYPE.getOrDefault(type, type) + "=" + text);
            }
        }
        return values;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
