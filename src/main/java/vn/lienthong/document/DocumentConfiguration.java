package vn.lienthong.document;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.Company;
import vn.lienthong.document.internal.Bucket;
import vn.lienthong.document.internal.Depot;
import vn.lienthong.document.internal.DepotTrouble;
import vn.lienthong.document.internal.UploadRepository;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.signing.KeyUse;

/** Puts the room's keys and checks at hand. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Bean
    Depot depot(
            DocumentProperties settings,
            @Value("${lienthong.data}") Path data,
            FileRepository files,
            UploadRepository uploads,
            Company company,
            TransactionTemplate transaction) {
        Depot depot = switch (settings.store()) {
            case FOLDER -> FileFolder.of(settings.folder(), data);
            case S3 -> bucket(settings.s3(), uploads);
        };
        return KnownDepot.atStart(depot, files, company, transaction);
    }

    private static Depot bucket(BucketProperties settings, UploadRepository uploads) {
        List<Bilingual> missing = settings.missing();
        if (!missing.isEmpty()) {
            throw new StartRefused(missing);
        }
        try {
            return Bucket.open(settings, uploads);
        } catch (DepotTrouble unfit) {
            throw new StartRefused(unfit.fault().about("S3"), unfit);
        }
    }

    @Bean
    FileCipher fileCipher(DataSeal seal) {
        return new FileCipher(seal.derive("document file"));
    }

    @Bean
    LinkToken linkToken(DataSeal seal) {
        return new LinkToken(seal.derive("document link"));
    }

    @Bean
    KeyUse.Source sealKeyUses(DocumentProperties settings) {
        return () -> settings.seals().stream()
                .map(seal -> new KeyUse(
                        seal.key(),
                        new Bilingual(
                                "kết quả của " + seal.agency() + " không được đóng dấu số và không gửi đi",
                                "results of " + seal.agency() + " are not sealed and go to nobody")))
                .toList();
    }

    @Bean
    StartCheck storeIsEncrypted(DocumentProperties settings) {
        URI endpoint = settings.s3().endpoint();
        return () -> settings.store() != DocumentProperties.Store.S3 || endpoint == null || isEncrypted(endpoint)
                ? List.of()
                : List.of(new Bilingual(
                        "lienthong.document.s3.endpoint: phải là địa chỉ https",
                        "lienthong.document.s3.endpoint: must be an https address"));
    }

    @Bean
    StartCheck linksAreEncrypted(DocumentProperties settings) {
        return () -> isEncrypted(settings.publicAddress())
                ? List.of()
                : List.of(new Bilingual(
                        "lienthong.document.public-address: phải là địa chỉ https mà đối tác tải tệp được",
                        "lienthong.document.public-address: must be an https address from which partners can fetch"));
    }

    private static boolean isEncrypted(URI address) {
        return "https".equals(address.getScheme()) || LOOPBACK.contains(String.valueOf(address.getHost()));
    }
}
