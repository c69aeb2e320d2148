package vn.lienthong.citizen.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Item;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Step;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Document;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.kernel.Bilingual;

/** Joins a procedure's papers with what registers told about its applicant and what the dossier holds already. */
@Component
class PlanMaker {
    private final DataTracker tracker;

    PlanMaker(DataTracker tracker) {
        this.tracker = tracker;
    }

    OnceOnlyPlan plan(DossierRecord record, DossierContent content, Procedure procedure) {
        Map<Asked, List<TrackedEnd>> ends = new HashMap<>();
        String applicant = content.applicant().personalId();
        Function<Asked, List<TrackedEnd>> looked = asked -> ends.computeIfAbsent(
                asked,
                each -> applicant == null
                        ? List.of()
                        : tracker.endsOf(record.number(), each.register(), applicant, each.field()));
        List<Item> items = procedure.components().stream()
                .map(paper -> item(record, content, paper, looked))
                .toList();
        List<String> unlisted = content.documents().stream()
                .filter(document -> !Boolean.TRUE.equals(document.deleted()))
                .map(Document::componentCode)
                .filter(code -> code != null && procedure.component(code).isEmpty())
                .distinct()
                .toList();
        return new OnceOnlyPlan(record.number(), procedure.code(), items, unlisted);
    }

    private static Item item(
            DossierRecord record,
            DossierContent content,
            Procedure.Component paper,
            Function<Asked, List<TrackedEnd>> looked) {
        Optional<Document> held = content.documents().stream()
                .filter(document -> paper.code().equals(document.componentCode()))
                .filter(document -> !Boolean.TRUE.equals(document.deleted()))
                .findFirst();
        if (held.filter(document -> Boolean.TRUE.equals(document.fromNationalStore()))
                .isPresent()) {
            return item(paper, Step.NOT_NEEDED, "NATIONAL_STORE", record.updatedAt(), true, Words.NATIONAL_STORE);
        }
        if (held.filter(document -> Boolean.TRUE.equals(document.reused())).isPresent()) {
            return item(paper, Step.NOT_NEEDED, "EARLIER_PAPER", record.updatedAt(), true, Words.EARLIER_PAPER);
        }
        boolean earlierResult =
                content.results().stream().anyMatch(result -> paper.code().equals(result.componentCode()));
        if (earlierResult) {
            return item(paper, Step.NOT_NEEDED, "EARLIER_RESULT", record.updatedAt(), true, Words.EARLIER_RESULT);
        }
        Procedure.Register register = paper.notNeededWhenHeldBy();
        if (register == null) {
            return item(
                    paper, Step.SUBMIT, null, null, held.isPresent(), paper.required() ? Words.PAPER : Words.OPTIONAL);
        }
        return asked(
                paper, register.name(), held.isPresent(), looked.apply(new Asked(register.name(), paper.heldAs())));
    }

    /** By the last look-up that brought anything; one without an answer changes nothing about one before that had it. */
    private static Item asked(Procedure.Component paper, String register, boolean submitted, List<TrackedEnd> ends) {
        for (TrackedEnd end : ends) {
            switch (end.outcome()) {
                case MATCHED -> {
                    return item(paper, Step.NOT_NEEDED, register, end.asOf(), submitted, Words.REGISTER);
                }
                case NOT_MATCHED -> {
                    return item(paper, Step.SUBMIT, register, end.asOf(), submitted, Words.DIFFERS);
                }
                case UNVERIFIED, REFUSED -> {}
            }
        }
        return item(paper, Step.ASK, register, null, submitted, ends.isEmpty() ? Words.ASK : Words.ASK_AGAIN);
    }

    private static Item item(
            Procedure.Component paper,
            Step step,
            @Nullable String source,
            @Nullable Instant asOf,
            boolean submitted,
            Words words) {
        return new Item(paper.code(), paper.name(), paper.required(), step, source, asOf, submitted, words.text());
    }

    /** What a question was about: a register, and the field that stands for a paper where it keeps papers. */
    private record Asked(String register, @Nullable String field) {}

    /** Why, as the officer tells the applicant. */
    private enum Words {
        PAPER("Chưa cơ sở dữ liệu nào thay được giấy này.", "No register stands in for this paper."),
        OPTIONAL("Chỉ nộp khi thuộc trường hợp cần đến.", "To be brought only where the case needs it."),
        NATIONAL_STORE("Đã có trong kho giấy tờ quốc gia.", "The national store of papers holds it."),
        EARLIER_PAPER("Dùng lại bản đã số hóa trước đây.", "A copy digitised earlier is used again."),
        EARLIER_RESULT("Là kết quả đã giải quyết trước đây.", "It is the result of an earlier dossier."),
        REGISTER(
                "Đã xác nhận qua cơ sở dữ liệu, không yêu cầu nộp.", "Confirmed by the register; not to be asked for."),
        DIFFERS(
                "Cơ sở dữ liệu ghi khác: nhận giấy tờ và đề nghị chỉnh sửa dữ liệu.",
                "The register says otherwise: take the paper and ask for a correction."),
        ASK("Tra cứu cơ sở dữ liệu trước khi yêu cầu giấy này.", "Ask the register before asking for this paper."),
        ASK_AGAIN(
                "Lần tra cứu trước chưa có trả lời: tra cứu lại, hoặc nhận giấy tờ.",
                "The last look-up brought no answer: ask again, or take the paper.");

        private final String vi;
        private final String en;

        Words(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        Bilingual text() {
            return new Bilingual(vi, en);
        }
    }
}
