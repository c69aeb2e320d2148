package vn.lienthong.alert;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.WorkItems;

/** Open work items of the kinds that cannot wait for the morning: the gateway's own promises are in question. */
@Component
class WorkItemAlarms implements AlarmSource {
    private static final Bilingual OPEN = new Bilingual(
            "Mở danh sách việc cần người xem và làm theo lời dặn ở đó.", "Open the work items and do what they say.");

    private final WorkItems items;
    private final Set<String> urgent;

    WorkItemAlarms(WorkItems items, AlertProperties settings) {
        this.items = items;
        this.urgent = settings.workItems();
    }

    @Override
    public List<Alarm> now() {
        return items.openByCode().stream()
                .filter(kind -> urgent.stream().anyMatch(kind.code()::startsWith))
                .map(kind -> new Alarm(
                        "work-item:" + kind.code(),
                        false,
                        new Bilingual(
                                "Việc cần người xem loại " + kind.code() + ".",
                                "Work items of the kind " + kind.code() + "."),
                        OPEN,
                        kind.count(),
                        "/work-items?code=" + kind.code()))
                .toList();
    }
}
