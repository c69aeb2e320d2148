package vn.lienthong.catalogue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.SchemaFiles;

/** Lets this node read what any node took in. */
@Component
class CatalogueRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueRefresh.class);

    private final Catalogue files;
    private final Catalogue live;
    private final ToldEntryRepository told;
    private long seen = -1;

    CatalogueRefresh(SchemaFiles files, Catalogue live, ToldEntryRepository told) {
        this.files = Catalogue.load(files);
        this.live = live;
        this.told = told;
    }

    @Scheduled(fixedDelay = 2000)
    synchronized void look() {
        try {
            long generation = told.generation();
            if (generation == seen) {
                return;
            }
            Overlay.tryOver(files, told.all()).ifPresent(live::become);
            seen = generation;
        } catch (DataAccessException away) {
            LOG.debug("The catalogue stays as it is while the database is away", away);
        }
    }
}
