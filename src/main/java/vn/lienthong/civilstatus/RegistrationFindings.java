package vn.lienthong.civilstatus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.civilstatus.wire.Reading;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Puts before the agency what the platform wants of it, and what in its answers cannot be believed. */
@Component
class RegistrationFindings {
    static final String SUPPLEMENT = "CIVIL-STATUS-SUPPLEMENT";
    static final String REFUSED = "CIVIL-STATUS-REFUSED";
    static final String ORDER = "CIVIL-STATUS-ORDER";
    static final String STATE_UNKNOWN = "CIVIL-STATUS-STATE-UNKNOWN";
    static final String RESULT_INCOMPLETE = "CIVIL-STATUS-RESULT-INCOMPLETE";

    static final String CERTIFICATE = "CIVIL-STATUS-CERTIFICATE-UNREADABLE";

    private static final List<String> OF_READING =
            List.of(ORDER, STATE_UNKNOWN, RESULT_INCOMPLETE, SUPPLEMENT, REFUSED, CERTIFICATE);

    private final WorkItems workItems;

    RegistrationFindings(WorkItems workItems) {
        this.workItems = workItems;
    }

    /** {@code acknowledged}: a refusal was told as the answer to the delivery already. */
    void moved(Registration registration, RegistrationState told, Reading reading, boolean acknowledged) {
        OF_READING.forEach(code -> workItems.settle(code, registration.dossierNumber(), told.name()));
        if (told == RegistrationState.SUPPLEMENT) {
            open(
                    registration,
                    SUPPLEMENT,
                    "Cơ quan hộ tịch yêu cầu bổ sung. Bổ sung rồi gửi lại trạng thái hồ sơ.",
                    "The civil-status office wants more. Complete the dossier and send its state again.",
                    reading.words());
        } else if (told == RegistrationState.REFUSED && !acknowledged) {
            open(
                    registration,
                    REFUSED,
                    "Cơ quan hộ tịch từ chối đăng ký; xem lý do.",
                    "The civil-status office refused the registration; see why.",
                    reading.words());
        }
    }

    /** The facts are passed on, the paper is not. */
    void unreadable(Registration registration) {
        open(
                registration,
                CERTIFICATE,
                "Giấy tờ kèm kết quả hộ tịch không đọc được nên chưa thành kết quả của hồ sơ; xin nền tảng hộ tịch trả lại rồi"
                        + " gửi lại trạng thái hồ sơ.",
                "The paper that came with the registration cannot be read and is no result of the dossier; have the platform"
                        + " give it again, then send the dossier's state again.",
                null);
    }

    void strange(Registration registration, Reading reading, String code) {
        String state = registration.state() + " → " + reading.code();
        switch (code) {
            case ORDER ->
                open(
                        registration,
                        code,
                        "Nền tảng hộ tịch báo trạng thái đi ngược: " + state + ". Giữ trạng thái cũ; hãy đối chiếu.",
                        "The platform tells a state that goes back: " + state + ". The former one stays; compare.",
                        null);
            case STATE_UNKNOWN ->
                open(
                        registration,
                        code,
                        "Nền tảng hộ tịch báo trạng thái chưa có trong hợp đồng dữ liệu: " + state + ". Bổ sung"
                                + " schemas/contracts/civil-status.yaml.",
                        "The platform tells a state that the contract does not have: " + state + ". Add it to"
                                + " schemas/contracts/civil-status.yaml.",
                        null);
            default ->
                open(
                        registration,
                        code,
                        "Nền tảng hộ tịch báo đã xong nhưng kết quả thiếu hoặc sai dạng; chưa chuyển cho cơ quan nào.",
                        "The platform says finished, but its result lacks something or looks wrong; it was passed on to"
                                + " nobody.",
                        null);
        }
    }

    private void open(Registration registration, String code, String vi, String en, @Nullable String words) {
        String told = words == null ? "" : " [" + words + "]";
        workItems.open(List.of(new NewWorkItem(
                code,
                registration.dossierNumber(),
                registration.agency(),
                null,
                null,
                new Bilingual(vi + told, en + told))));
    }
}
