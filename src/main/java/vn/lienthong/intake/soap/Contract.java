package vn.lienthong.intake.soap;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.SchemaFiles;

/** The WSDL and its XSD as they are handed out: the files of {@code schemas/soap} with this gateway's address. */
@Component
class Contract {
    private static final String SAMPLE = "http://localhost:8080/services/dossier";

    private final byte[] wsdl;
    private final byte[] xsd;

    Contract(SchemaFiles files, SoapProperties settings) {
        String address = settings.publicAddress().toString().replaceAll("/+$", "") + "/services/dossier";
        String given = new String(files.read("soap/dossier.wsdl"), StandardCharsets.UTF_8);
        this.wsdl = given.replace(SAMPLE, address)
                .replace("schemaLocation=\"dossier.xsd\"", "schemaLocation=\"dossier?xsd\"")
                .getBytes(StandardCharsets.UTF_8);
        this.xsd = files.read("soap/dossier.xsd");
    }

    byte[] wsdl() {
        return wsdl;
    }

    byte[] xsd() {
        return xsd;
    }
}
