package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.intake.compat.CompatCaller.Answer;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

@CompatHttpTest
class StepPushTest {
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    @Autowired
    private DossierRegister register;

    @Autowired
    private WorkItems workItems;

    private CompatCaller caller;
    private String session;
    private String number;

    @BeforeEach
    void signIn() {
        caller = new CompatCaller(port);
        session = caller.login(WARD);
        number = Items.number(WARD);
    }

    @Test
    void stores_stepsInOrder() {
        caller.dossiers(session, WARD, false, List.of(Items.dossier(number)));

        Answer answer = push(
                Items.step(number, "20251001090000", "4", "Thẩm tra"),
                Items.step(number, "20251001090000", "4", "Trình ký"),
                Items.step(number, "20251002090000", "9", "Ký duyệt"));

        assertThat(answer.code()).isEqualTo("0");
        assertThat(answer.message()).contains("thành công");
        assertThat(notes()).containsExactly("Thẩm tra", "Trình ký", "Ký duyệt");
    }

    @Test
    void knowsAStep_byDossierTimeOfficerStatusAndNote() {
        caller.dossiers(session, WARD, false, List.of(Items.dossier(number)));
        push(Items.step(number, "20251001090000", "4", "Thẩm tra"));
        push(Items.step(number, "20251001100000", "4", "Trình ký"));

        Answer repeat =
                push(Items.step(number, "20251001090000", "4", "Thẩm tra").put("ChucDanh", "Chuyên viên"));

        assertThat(repeat.code()).isEqualTo("0");
        assertThat(notes()).containsExactly("Thẩm tra", "Trình ký");
        push(Items.step(number, "20251001100000", "4", "Trình ký").put("NguoiXuLy", "Lê Văn Mẫu"));
        push(Items.step(number, "20251001100000", "5", "Trình ký"));
        push(Items.step(number, "20251001100001", "4", "Trình ký"));
        assertThat(notes()).hasSize(5);
    }

    @Test
    void storesTheSameStep_ofTwoDossiers() {
        String other = Items.number(WARD);

        push(
                Items.step(number, "20251001090000", "4", "Thẩm tra"),
                Items.step(other, "20251001090000", "4", "Thẩm tra"));

        assertThat(notes()).hasSize(1);
        assertThat(register.history(other)).hasSize(1);
    }

    @Test
    void stores_whatComesBeforeItsDossier() {
        assertThat(push(Items.step(number, "20251001090000", "4", "Thẩm tra")).code())
                .isEqualTo("0");

        assertThat(caller.lookUp(session, WARD, number).result()).isEmpty();
        assertThat(openItems()).extracting(WorkItem::code).containsExactly("DOSSIER-NEVER-TOLD");
        assertThat(caller.dossiers(session, WARD, false, List.of(Items.dossier(number)))
                        .code())
                .isEqualTo("0");
        assertThat(caller.lookUp(session, WARD, number).result()).hasSize(1);
    }

    @Test
    void refuses_aStepBeforeTheLastOne() {
        push(Items.step(number, "20251001090000", "4", "Thẩm tra"));

        Answer answer = push(Items.step(number, "20251001080000", "4", "Nhập liệu"));

        assertThat(answer.code()).isEqualTo("-7");
        assertThat(answer.message()).contains("ThoiDiemXuLy");
        assertThat(answer.result().get(0).path("MaHoSo").asText()).isEqualTo(number);
        assertThat(openItems()).extracting(WorkItem::code).contains("INTAKE-REFUSED");
    }

    @Test
    void refuses_whatHasNoTimeOfficerOrStatus() {
        for (String field : List.of("NguoiXuLy", "ThoiDiemXuLy", "NoiDungXuLy", "TrangThai", "MaHoSo")) {
            var step = Items.step(number, "20251001090000", "4", "Thẩm tra");
            step.remove(field);
            Answer answer = push(step);
            assertThat(answer.code()).as(field).isEqualTo("-6");
            assertThat(answer.message()).contains(field);
        }
        assertThat(register.find(number)).isEmpty();
    }

    private Answer push(JsonNode... steps) {
        return caller.steps(session, WARD, List.of(steps));
    }

    private List<String> notes() {
        return register.history(number).stream()
                .filter(DossierEvent.StepTold.class::isInstance)
                .map(event -> ((DossierEvent.StepTold) event).step().note())
                .toList();
    }

    private List<WorkItem> openItems() {
        return workItems
                .search(new WorkItemFilter(number, null, null, WorkItem.State.OPEN, null, 50))
                .items();
    }
}
