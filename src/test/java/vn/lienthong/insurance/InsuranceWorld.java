package vn.lienthong.insurance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Lease;
import vn.lienthong.document.DocumentWorld;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.insurance.wire.Contract;
import vn.lienthong.insurance.wire.InsuranceProperties;
import vn.lienthong.insurance.wire.Line;
import vn.lienthong.insurance.wire.TestLine;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.TestDatabase;

/** The route's steps over real HTTP, a real database and real signatures. */
final class InsuranceWorld implements AutoCloseable {
    static final Contract CONTRACT = Contract.read(SchemaFiles.packed(), "insurance");
    private static final Catalogue CATALOGUE = Catalogue.load(SchemaFiles.packed());

    final DocumentWorld documents;
    final SigningWorld signing;
    private long count;

    InsuranceWorld(SigningWorld signing) {
        this.signing = signing;
        this.documents = new DocumentWorld(TestDatabase.fresh(), signing);
    }

    /** A gateway that speaks to somebody at this address. */
    Gateway at(String url, String... settings) {
        return at(url, signing.signer(), settings);
    }

    Gateway at(String url, Signer signer, String... settings) {
        return at(SchemaFiles.packed(), url, signer, settings);
    }

    /** A gateway with other files of schemas. */
    Gateway at(SchemaFiles files, String url, Signer signer, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("key", "agency-ec"));
        for (String setting : settings) {
            all.put(setting.split("=")[0], setting.split("=")[1]);
        }
        return new Gateway(files, url, signer, TestLine.settings(all));
    }

    /** A delivery of a sealed result of a new dossier. */
    ClaimedDelivery result() {
        return result(SigningWorld.XML.bytes());
    }

    ClaimedDelivery result(byte[] document) {
        String number = documents.dossier();
        UUID event = documents.attached(number, document, false);
        count++;
        return new ClaimedDelivery(1000 + count, number, event, "result", true, "H15.24133", "H15", 1, 0, false, null);
    }

    /** One gateway with its own lines. */
    final class Gateway implements AutoCloseable {
        final PartnerHttp http;
        final Line line;
        final Evidence evidence = TestEvidence.in(documents.dossiers.jdbc, documents.dossiers.seal);
        final InsuranceForward forward;

        private Gateway(SchemaFiles files, String url, Signer signer, InsuranceProperties settings) {
            Contract contract = Contract.read(files, settings.contract());
            Partners partners = TestPartners.of(
                    "insurance.url=" + url,
                    "insurance.kinds=result",
                    "insurance.connect-timeout=1s",
                    "insurance.read-timeout=2s",
                    "insurance.breaker.least=1000");
            http = new PartnerHttp(partners, documents.dossiers.clock);
            line = TestLine.open(files, settings, http, partners, evidence, signer);
            ResultFacts facts = new ResultFacts(
                    documents.dossiers.events,
                    CATALOGUE.procedures(),
                    CATALOGUE.agencies(),
                    documents.resultFiles(),
                    documents.links,
                    partners,
                    contract,
                    settings);
            forward = new InsuranceForward(facts, contract, signer, settings, line, documents.dossiers.clock);
        }

        DeliveryOutcome send(ClaimedDelivery delivery) {
            DeliveryBatch batch = batch(delivery);
            forward.send(batch);
            return batch.outcomes().get(delivery.id());
        }

        DeliveryOutcome ask(ClaimedDelivery delivery) {
            DeliveryBatch batch = batch(delivery);
            forward.ask(batch);
            return batch.outcomes().get(delivery.id());
        }

        DeliveryBatch batch(ClaimedDelivery delivery) {
            return new DeliveryBatch(
                    "insurance",
                    "result",
                    Lease.starting(documents.dossiers.clock, UUID.randomUUID(), Duration.ofSeconds(20)),
                    List.of(delivery));
        }

        @Override
        public void close() {
            http.destroy();
        }
    }

    @Override
    public void close() {
        documents.close();
    }
}
