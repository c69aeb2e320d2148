package vn.lienthong.document;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
        Map<LinkTarget, String> given = new LinkedHashMap<>();
        for (LinkTarget target : Set.copyOf(targets)) {
            if (opens(target)) {
                UUID id = links.give(partner, target, life);
                given.put(target, address + tokens.of(id));
            }
        }
        return given;
    }

    private boolean opens(LinkTarget target) {
        return Sha256Name.ofAttachment(target.document())
                .map(name -> !files.openedBy(Set.of(target.dossierNumber()), Set.of(name))
                        .isEmpty())
                .orElse(true);
    }
}
