package vn.lienthong.architecture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.io.ClassPathResource;
import vn.lienthong.partner.Partner;

/** The settings a route may name: those in our files, and those that every partner entry has. */
final class RouteSettings {
    private static final Set<String> IN_FILES = inFiles();

    private RouteSettings() {}

    /** A setting that no file of ours sets needs a default in the route: {@code {{name:default}}}. */
    static boolean known(String placeholder) {
        String[] parts = placeholder.split(":", 2);
        String ofPartner = parts[0].replaceFirst("^lienthong\\.partners\\.[a-z][a-z-]*\\.", "");
        boolean partnerSetting = !ofPartner.equals(parts[0])
                && Arrays.stream(Partner.class.getRecordComponents())
                        .anyMatch(component -> DataObjectPropertyName.toDashedForm(component.getName())
                                .equals(ofPartner));
        return IN_FILES.contains(parts[0]) || (partnerSetting && parts.length == 2);
    }

    private static Set<String> inFiles() {
        YamlPropertiesFactoryBean files = new YamlPropertiesFactoryBean();
        files.setResources(
                new ClassPathResource("application.yaml"), new ClassPathResource("application-sandbox.yaml"));
        Set<String> names = new HashSet<>();
        java.util.Objects.requireNonNull(files.getObject()).stringPropertyNames().stream()
                .filter(name -> name.startsWith("lienthong."))
                .forEach(names::add);
        return names;
    }
}
