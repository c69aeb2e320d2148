package vn.lienthong.document;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Links by which partners fetch documents: signed, counted, and dead after a while. */
@Component
public class Links {
    private final LinkRepository links;
    private final FileRepository files;
    private final LinkToken tokens;
    private final String address;

    Links(LinkRepository links, FileRepository files, LinkToken tokens, DocumentProperties settings) {
        this.links = links;
        this.files = files;
        this.tokens = tokens;
        this.address = settings.publicAddress().toString().replaceAll("/+$", "") + "/links/";
    }

    /**
     * Links for a partner to these documents, which live at least half of {@code life} from now on. The same target gets the
     * same link again. An attachment that its dossier does not open gets none.
     */
    public Map<LinkTarget, String> give(String partner, Duration life, Collection<LinkTarget> targets) {
        Map<String, Set<Sha256Name>> opened = opened(targets);
        List<LinkTarget> open = targets.stream()
                .distinct()
                .filter(target -> Sha256Name.ofAttachment(target.document())
                        .map(name -> opened.getOrDefault(target.dossierNumber(), Set.of())
                                .contains(name))
                        .orElse(true))
                .toList();
        Map<LinkTarget, String> given = new LinkedHashMap<>();
        links.give(partner, open, life).forEach((target, id) -> given.put(target, address + tokens.of(id)));
        return given;
    }

    /** Which attachments their dossiers open, asked once for all. */
    private Map<String, Set<Sha256Name>> opened(Collection<LinkTarget> targets) {
        Set<String> dossiers = new HashSet<>();
        Set<Sha256Name> names = new HashSet<>();
        for (LinkTarget target : targets) {
            Sha256Name.ofAttachment(target.document()).ifPresent(name -> {
                dossiers.add(target.dossierNumber());
                names.add(name);
            });
        }
        return names.isEmpty() ? Map.of() : files.openedBy(dossiers, names);
    }
}
