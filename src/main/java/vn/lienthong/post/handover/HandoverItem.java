package vn.lienthong.post.handover;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierNumber;

/**
 * An item that could be read.
 *
 * @param number the dossier's number; null while the agency has given none
 * @param told the dossier as the post tells it, its papers and those of the item together
 * @param fees what the post collected, in đồng; null where it does not say
 * @param papers how many papers the post counted; null where it does not say
 */
record HandoverItem(
        String parcelNumber,
        @Nullable DossierNumber number,
        DossierContent told,
        @Nullable Long fees,
        @Nullable Integer papers) {
    /** The files it names by their content; links of the sender's own are left out. */
    List<Sha256Name> files() {
        return told.documents().stream()
                .map(DossierContent.Document::attachment)
                .filter(Objects::nonNull)
                .map(Sha256Name::ofAttachment)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The agencies that get it: the one that decides, then the one that takes it in. */
    List<String> agencies() {
        return Stream.of(told.competentAgency(), told.intakeAgency()).distinct().toList();
    }
}
