package vn.lienthong.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.MadeUp;

/** A caller made from our WSDL by a library that we did not write. */
@CompatHttpTest
class CxfClientTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"Dossier11", "Dossier12"})
    void submits_readsBack_andUnderstandsFaults(String portName) throws Exception {
        String address = "http://127.0.0.1:" + port + "/services/dossier";
        Service service =
                Service.create(URI.create(address + "?wsdl").toURL(), new QName(SoapCaller.NS, "DossierService"));
        Dispatch<DOMSource> dossier =
                service.createDispatch(new QName(SoapCaller.NS, portName), DOMSource.class, Service.Mode.PAYLOAD);
        ((BindingProvider) dossier).getRequestContext().put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address);
        ((DispatchImpl<DOMSource>) dossier).getClient().getOutInterceptors().add(signIn());
        String number = MadeUp.number();

        Document accepted = said(dossier.invoke(source(SoapCaller.submit(number, MadeUp.state(1, "IN_PROGRESS")))));
        Document state = said(dossier.invoke(source(SoapCaller.get("GetDossier", number))));

        assertThat(accepted.getDocumentElement().getLocalName()).isEqualTo("SubmitDossierResponse");
        assertThat(state.getElementsByTagNameNS(SoapCaller.NS, "status").item(0).getTextContent())
                .isEqualTo("IN_PROGRESS");
        assertThatThrownBy(() -> dossier.invoke(source(SoapCaller.get("GetDossier", MadeUp.number()))))
                .isInstanceOfSatisfying(SOAPFaultException.class, fault -> {
                    assertThat(fault.getFault().getDetail())
                            .as(fault.getMessage())
                            .isNotNull();
                    assertThat(fault.getFault().getDetail().getTextContent()).contains("DOSSIER-NOT-FOUND");
                });
    }

    private static WSS4JOutInterceptor signIn() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConfigurationConstants.ACTION, "UsernameToken Timestamp");
        settings.put(ConfigurationConstants.USER, "H15.24133");
        settings.put(ConfigurationConstants.PASSWORD_TYPE, "PasswordText");
        settings.put(ConfigurationConstants.ADD_USERNAMETOKEN_NONCE, "true");
        settings.put(ConfigurationConstants.ADD_USERNAMETOKEN_CREATED, "true");
        CallbackHandler password = callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword("sandbox-H15.24133");
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, password);
        return new WSS4JOutInterceptor(settings);
    }

    private static DOMSource source(String payload) {
        return new DOMSource(SoapCaller.parsed(payload));
    }

    private static Document said(DOMSource answer) {
        return answer.getNode() instanceof Document document
                ? document
                : answer.getNode().getOwnerDocument();
    }
}
