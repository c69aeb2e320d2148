package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedure.Level;
import vn.lienthong.catalogue.Procedures;

/** An answer of {@code LayThuTuc}. What the portal does not tell stays open and is not guessed. */
final class ProcedureForm {
    private ProcedureForm() {}

    /** The procedure of this code; empty where the portal says that it is not public. */
    static Optional<Procedure> read(String asked, JsonNode entry) {
        String code = Procedures.bare(Field.must(entry, "MATTHC"));
        if (!code.equals(asked)) {
            throw new UnfitCatalogue(
                    "Hỏi thủ tục " + asked + " mà Cổng trả lời về thủ tục khác",
                    "asked about procedure " + asked + ", the portal answered about another");
        }
        String shown = Field.text(entry, "TRANGTHAI");
        return shown.isEmpty() || shown.equals("1") ? Optional.of(shown(code, entry)) : Optional.empty();
    }

    private static Procedure shown(String code, JsonNode entry) {
        return new Procedure(
                code,
                Field.must(entry, "TENTTHC"),
                sector(entry),
                levels(entry),
                Field.list(entry, "COQUANPHOIHOP")
                        .map(agency -> Field.text(agency, "TENDONVI"))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                null,
                null,
                TimeForm.read(entry),
                ComponentForm.read(entry),
                Set.of(),
                FeeForm.read(TimeForm.of(entry, TimeForm.COUNTER), TimeForm.of(entry, TimeForm.ONLINE)),
                Field.list(entry, "KETQUATHUCHIEN")
                        .map(result ->
                                new Procedure.Result(Field.must(result, "MAKETQUA"), Field.must(result, "TENKETQUA")))
                        .toList(),
                Field.list(entry, "CANCUPHAPLY")
                        .map(text ->
                                new Procedure.LegalBasis(Field.text(text, "SOVANBAN"), Field.text(text, "TENVANBAN")))
                        .filter(text -> !text.number().isEmpty())
                        .toList(),
                LocalDate.EPOCH,
                null);
    }

    private static Procedure.Sector sector(JsonNode entry) {
        JsonNode first = entry.path("LINHVUCTHUCHIEN").path(0);
        return new Procedure.Sector(Field.must(first, "MALINHVUC"), Field.must(first, "TENLINHVUC"));
    }

    /** The district is no level any more: what it did is done elsewhere now. */
    private static Set<Level> levels(JsonNode entry) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Field.list(entry, "CAPTHUCHIEN").forEach(level -> {
            switch (Field.text(level, "CAPTHUCHIEN")) {
                case "0" -> levels.add(Level.MINISTRY);
                case "1" -> levels.add(Level.PROVINCE);
                case "3" -> levels.add(Level.COMMUNE);
                default -> {}
            }
        });
        return levels;
    }
}
