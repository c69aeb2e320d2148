package vn.lienthong.portal.catalogue;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

/** What a pull leaves to a person. */
@Component
class PullNews {
    static final String UNFIT = "CATALOGUE-PULL";
    static final String ORPHAN = "CATALOGUE-AGENCY-GONE";
    private static final int MANY = 100;

    private final WorkItems items;

    PullNews(WorkItems items) {
        this.items = items;
    }

    /** The pull came to nothing. */
    void unfit(String unit, Bilingual why) {
        items.open(List.of(new NewWorkItem(
                UNFIT,
                null,
                unit,
                null,
                null,
                new Bilingual(
                        "Không cập nhật được danh mục từ Cổng DVCQG; danh mục đang dùng giữ nguyên. " + why.vi(),
                        "The catalogue could not be brought up to date from the portal; the one in use stays. "
                                + why.en()))));
    }

    /** The pull was taken in; these agencies are told no more. */
    void well(String unit, List<String> orphans) {
        items.search(new WorkItemFilter(null, unit, UNFIT, WorkItem.State.OPEN, null, MANY)).items().stream()
                .filter(item -> item.agency().equals(unit))
                .forEach(item -> items.resolve(item.id(), "gateway", "Đã lấy được danh mục / pulled since"));
        items.open(orphans.stream().map(PullNews::orphan).toList());
    }

    private static NewWorkItem orphan(String agency) {
        return new NewWorkItem(
                ORPHAN,
                null,
                agency,
                null,
                null,
                new Bilingual(
                        "Cổng DVCQG không còn nêu cơ quan " + agency
                                + ". Hãy ghi ngày kết thúc và cơ quan tiếp nhận vào bảng catalogue/successors.csv; đến lúc đó mã"
                                + " vẫn dùng được.",
                        "The portal no longer lists the agency " + agency
                                + ". Enter the day it ends and who takes over in the table catalogue/successors.csv; until then"
                                + " the code stays in use."));
    }
}
