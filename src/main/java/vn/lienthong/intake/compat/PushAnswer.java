package vn.lienthong.intake.compat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/** The answer to a push. Its words of success are those that today's software looks for in {@code message}. */
final class PushAnswer {
    private PushAnswer() {}

    static CompatReply of(CompatService service, int all, List<NotStored> notStored) {
        if (notStored.isEmpty()) {
            return CompatReply.done(done(service, all), List.of());
        }
        Problem first = notStored.getFirst().problem();
        if (all == 1) {
            return new CompatReply(CompatCode.of(first), first.code(), first.text(), List.of(), notStored);
        }
        Bilingual text = new Bilingual(
                notStored.size() + " trong " + all + " phần tử không được ghi, xem result.",
                notStored.size() + " of " + all + " items are not stored, see result.");
        Set<CompatCode> codes =
                notStored.stream().map(item -> CompatCode.of(item.problem())).collect(Collectors.toSet());
        // "later" for the whole only when nothing of it is stored: who then sends all of it again is right
        boolean one = codes.size() == 1 && (!codes.contains(CompatCode.LATER) || notStored.size() == all);
        return one
                ? new CompatReply(CompatCode.of(first), first.code(), text, List.of(), notStored)
                : new CompatReply(CompatCode.SOME, "BATCH-PARTLY-STORED", text, List.of(), notStored);
    }

    private static Bilingual done(CompatService service, int all) {
        return service == CompatService.DOSSIERS
                ? new Bilingual("Đồng bộ thành công " + all + " hồ sơ", all + " dossiers are stored")
                : new Bilingual("Cập nhật tiến độ thành công, " + all + " bước", all + " steps are stored");
    }
}
