package vn.lienthong.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.dossier.DossierRegister;

/**
 * Files handed in, and who may have them: whoever handed one in, and whoever may see a dossier that names it. Naming a file
 * opens it only if the one who told the dossier, or an agency below, had handed it in.
 */
@Component
public class Attachments {
    private final FileRepository files;
    private final Rights rights;
    private final DossierRegister dossiers;

    Attachments(FileRepository files, Rights rights, DossierRegister dossiers) {
        this.files = files;
        this.rights = rights;
        this.dossiers = dossiers;
    }

    /**
     * Notes, in the caller's transaction, which dossiers name which attachments. Four statements, however many they are.
     *
     * @return for each of them, in order, those that it does not open, because they were not handed in by whoever tells it
     */
    public List<List<Sha256Name>> name(List<Naming> namings) {
        Set<Sha256Name> all = new HashSet<>();
        namings.forEach(naming -> all.addAll(naming.files()));
        Set<Sha256Name> there = files.thoseThere(all);
        Map<Sha256Name, List<String>> owners = files.owners(there);
        List<FileRepository.Use> uses = new ArrayList<>();
        for (Naming naming : namings) {
            for (Sha256Name file : naming.files()) {
                boolean opened = there.contains(file) && mayHold(naming.teller(), owners.getOrDefault(file, List.of()));
                uses.add(new FileRepository.Use(file, naming.dossierNumber(), owner(naming.teller()), opened));
            }
        }
        files.use(uses);
        Map<String, Set<Sha256Name>> opened =
                files.openedBy(namings.stream().map(Naming::dossierNumber).collect(Collectors.toSet()), all);
        return namings.stream()
                .map(naming -> naming.files().stream()
                        .filter(file -> !opened.getOrDefault(naming.dossierNumber(), Set.of())
                                .contains(file))
                        .toList())
                .toList();
    }

    /**
     * A dossier that names attachments, told by somebody.
     *
     * @param files each once, in one order for all
     */
    public record Naming(String dossierNumber, Caller teller, List<Sha256Name> files) {
        /** Reads the attachments ({@code sha256:…}); links of the sender's own are left out. */
        public static Naming of(
                String dossierNumber, Caller teller, Collection<? extends @Nullable String> attachments) {
            List<Sha256Name> files = attachments.stream()
                    .flatMap(attachment ->
                            attachment == null ? Stream.empty() : Sha256Name.ofAttachment(attachment).stream())
                    .distinct()
                    .sorted(Comparator.comparing(Sha256Name::hex))
                    .toList();
            return new Naming(dossierNumber, teller, files);
        }
    }

    /** Those of these files that are stored and that this caller, or an agency below, handed in. */
    public Set<Sha256Name> inHand(Caller caller, Collection<Sha256Name> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<Sha256Name> held = new HashSet<>();
        files.owners(names).forEach((name, owners) -> {
            if (mayHold(caller, owners)) {
                held.add(name);
            }
        });
        return held;
    }

    /**
     * Files that pass from one hand into another, in the caller's transaction: the agencies have them in hand from now on as
     * if they had brought them, and the dossier, where there is one, opens them.
     */
    public void handOver(Collection<HandOver> handed) {
        if (!handed.isEmpty()) {
            files.handOver(handed);
        }
    }

    /** One file, whom it passes to, and the dossier that names it. */
    public record HandOver(Sha256Name file, @Nullable String dossierNumber, String toldBy, List<String> agencies) {}

    /** The file, if there is one and this caller may have it. */
    Optional<StoredFile> find(Sha256Name name, Caller caller) {
        return files.find(name).filter(file -> hadInHand(caller, name) || seesDossier(caller, name));
    }

    private boolean hadInHand(Caller caller, Sha256Name name) {
        return mayHold(caller, files.owners(name));
    }

    private boolean mayHold(Caller caller, List<String> owners) {
        // an operator's right to see everything is no possession
        boolean operator = caller.has(Scopes.OPERATOR_READ);
        return operator || owners.contains(caller.name()) || rights.maySee(caller, owners);
    }

    private boolean seesDossier(Caller caller, Sha256Name name) {
        return files.dossiersOpening(name).stream()
                .flatMap(number -> dossiers.find(number).stream())
                .anyMatch(dossier -> rights.maySee(caller, dossier.agencies()));
    }

    /** Under whose name a file is handed in: the agency's, or a platform's own. */
    static String owner(Caller caller) {
        String agency = caller.agency();
        return agency == null ? caller.name() : agency;
    }
}
