package vn.lienthong.portal.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.CatalogueBook;
import vn.lienthong.catalogue.CataloguePulls;
import vn.lienthong.catalogue.PullOutcome;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;

/** Pulls the catalogue when it is this node's turn: on the day's round, or because an operator asked. */
@Component
@EnableConfigurationProperties(CataloguePullProperties.class)
class CataloguePull {
    private static final Logger LOG = LoggerFactory.getLogger(CataloguePull.class);

    private static final Bilingual NOWHERE = new Bilingual(
            "Chưa khai báo lienthong.portal.catalogue.unit hoặc đối tác portal.",
            "lienthong.portal.catalogue.unit or the partner portal is not set.");

    private final CataloguePullProperties settings;
    private final CataloguePulls pulls;
    private final CatalogueBook book;
    private final PortalCatalogue portal;
    private final PullNews news;
    private final Partners partners;
    private final GatewayClock clock;

    CataloguePull(
            CataloguePullProperties settings,
            CataloguePulls pulls,
            CatalogueBook book,
            PortalCatalogue portal,
            PullNews news,
            Partners partners,
            GatewayClock clock) {
        this.settings = settings;
        this.pulls = pulls;
        this.book = book;
        this.portal = portal;
        this.news = news;
        this.partners = partners;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 5_000)
    void look() {
        String unit = settings.unit();
        Partner partner = partners.find(PortalCatalogue.PARTNER).orElse(null);
        if (partner != null && partner.inMaintenance(clock.now())) {
            return;
        }
        try {
            if (unit == null || partner == null) {
                // whoever asked must not wait for what never comes
                pulls.begin(false, settings.again())
                        .ifPresent(turn -> pulls.end(turn, false, NOWHERE, settings.again()));
                return;
            }
            Duration turn = partner.leaseLength().multipliedBy(2);
            pulls.begin(settings.every() != null, turn).ifPresent(mine -> pull(mine, unit, turn));
        } catch (DataAccessException away) {
            LOG.warn("Chưa lấy được danh mục / the catalogue was not pulled: {}", away.getMessage());
        }
    }

    private void pull(UUID turn, String unit, Duration length) {
        PullOutcome outcome;
        try {
            outcome = book.take(
                    turn, portal.read(unit, () -> pulls.goOn(turn, length), settings.most()), settings.mostGone());
        } catch (UnfitCatalogue unfit) {
            outcome = new PullOutcome.Refused(unfit.why());
        } catch (CatalogueQuestions.TurnLost lost) {
            outcome = new PullOutcome.Late();
        } catch (DataAccessException away) {
            // the turn cannot be given back while the database is away; it ends by itself
            throw away;
        } catch (RuntimeException defect) {
            LOG.error("Lỗi khi đọc danh mục của Cổng / a defect while the portal's catalogue was read", defect);
            outcome = new PullOutcome.Refused(new Bilingual(
                    "Lỗi phần mềm khi đọc danh mục (" + defect.getClass().getSimpleName() + "), xem nhật ký.",
                    "A defect while reading the catalogue (" + defect.getClass().getSimpleName() + "), see the log."));
        }
        switch (outcome) {
            case PullOutcome.Taken taken -> taken(turn, unit, taken);
            case PullOutcome.Refused refused -> refused(turn, unit, refused.why());
            case PullOutcome.Late none -> LOG.info("Máy khác đã lấy danh mục / another node pulls the catalogue");
        }
    }

    private void taken(UUID turn, String unit, PullOutcome.Taken taken) {
        Bilingual detail = new Bilingual(
                "Thêm " + taken.added() + ", đổi " + taken.changed() + ", hết hiệu lực " + taken.gone()
                        + "; thay đổi có hiệu lực từ ngày mai.",
                taken.added() + " added, " + taken.changed() + " changed, " + taken.gone()
                        + " ended; changes hold from tomorrow.");
        LOG.info("Đã lấy danh mục / catalogue pulled: {}", detail.both());
        news.well(unit, List.copyOf(taken.orphans()));
        Duration every = settings.every();
        pulls.end(turn, true, detail, every == null ? settings.again() : every);
    }

    private void refused(UUID turn, String unit, Bilingual why) {
        LOG.warn("Danh mục lấy về không dùng được / the pulled catalogue is of no use: {}", why.both());
        news.unfit(unit, why);
        pulls.end(turn, false, why, settings.again());
    }
}
