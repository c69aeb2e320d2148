package vn.lienthong.insurance.wire;

import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Notes the code of a fault that came back. */
final class FaultCode extends AbstractPhaseInterceptor<Message> {
    FaultCode() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) {
        if (message.getContent(Exception.class) instanceof SoapFault fault) {
            SoapLine.NOW.get().fault(fault.getFaultCode().getLocalPart());
        }
    }
}
