package vn.lienthong.citizen.register;

import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Notes the words of a fault that the register sent: failures of our own reading look alike otherwise. */
final class FaultWords extends AbstractPhaseInterceptor<Message> {
    private static final int LONGEST = 200;

    FaultWords() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) throws Fault {
        Exception fault = message.getContent(Exception.class);
        String words = fault == null ? "" : String.valueOf(fault.getMessage());
        // a register may name the person in them
        String masked = words.replaceAll("[0-9]{6,}", "***").strip();
        SoapLine.NOW.get().fault().set(masked.length() > LONGEST ? masked.substring(0, LONGEST) : masked);
    }
}
