package vn.lienthong.signing.bench;

import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xml.common.DocumentBuilderFactoryBuilder;
import eu.europa.esig.dss.xml.common.TransformerFactoryBuilder;
import eu.europa.esig.dss.xml.common.XmlDefinerUtils;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.signing.internal.XmlFactories;

/**
 * Sealing on all processors, as a share of the bare key operation taken in turn with it: {@code mvn test -Dtest=SealBench
 * -Dwarmup=30 -Dseconds=3 -Drounds=5}. The compiler needs that warm-up: cold code costs twice the time of warm.
 */
class SealBench {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final int seconds = Integer.getInteger("seconds", 1);
    private final int warmup = Integer.getInteger("warmup", 1);
    private final int rounds = Integer.getInteger("rounds", 2);

    @Test
    @DisplayName("Đóng dấu số trên mọi nhân, so với phép ký trần")
    void sealsBesideTheBareKey() throws Exception {
        Map<String, Callable<?>> works = new LinkedHashMap<>();
        works.put("bare RSA", bare("agency-seal", "SHA256withRSA"));
        works.put("CAdES RSA", seal("agency-seal", SignatureFormat.CADES_DETACHED, bytes(2_000)));
        works.put("PAdES RSA, 50 KB", seal("agency-seal", SignatureFormat.PADES, pdf(50_000)));
        works.put("XAdES RSA, 2 KB", seal("agency-seal", SignatureFormat.XADES_ENVELOPED, xml(2_000)));
        works.put("bare P-256", bare("agency-seal-ec", "SHA256withECDSA"));
        works.put("XAdES P-256, 2 KB", seal("agency-seal-ec", SignatureFormat.XADES_ENVELOPED, xml(2_000)));
        works.put("XAdES P-256, 2 KB, the library alone", library("agency-seal-ec", xml(2_000)));
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Callable<?>> work : works.entrySet()) {
                factories(work.getKey().contains("library"));
                double rate = rate(work.getValue(), round < 0 ? warmup : seconds);
                if (round >= 0) {
                    rates.computeIfAbsent(work.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        XmlFactories.keep();
        double rsa = median(rates.get("bare RSA"));
        double curve = median(rates.get("bare P-256"));
        rates.forEach((name, all) -> System.out.printf(
                "seal: %-45s median %8.0f/s, share of the bare key %.2f%n",
                name, median(all), median(all) / (name.contains("RSA") ? rsa : curve)));
    }

    private static void factories(boolean ofTheLibrary) {
        if (ofTheLibrary) {
            XmlDefinerUtils.getInstance()
                    .setDocumentBuilderFactoryBuilder(
                            DocumentBuilderFactoryBuilder.getSecureDocumentBuilderFactoryBuilder());
            XmlDefinerUtils.getInstance()
                    .setTransformerFactoryBuilder(TransformerFactoryBuilder.getSecureTransformerBuilder());
        } else {
            XmlFactories.keep();
        }
    }

    private static double rate(Callable<?> work, int seconds) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        work.call();
                        done.incrementAndGet();
                    }
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private static double median(List<Double> rates) {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static Callable<?> seal(String holder, SignatureFormat format, byte[] content) {
        Signer signer = TestSigning.signer(holder, null, new SettableClock());
        SigningRequest request =
                SigningRequest.of("gateway", format, SignatureLevel.B, new Content("content", content));
        return () -> {
            SigningOutcome outcome = signer.sign(request);
            if (!(outcome instanceof SigningOutcome.Signed)) {
                throw new IllegalStateException(outcome.toString());
            }
            return outcome;
        };
    }

    /** What anybody gets who calls the library as its guide says. */
    private static Callable<?> library(String holder, byte[] content) throws Exception {
        KeyStore.PrivateKeyEntry entry = entry(holder);
        CertificateToken signer = new CertificateToken((X509Certificate) entry.getCertificate());
        return () -> {
            XAdESService service = new XAdESService(new CommonCertificateVerifier());
            XAdESSignatureParameters parameters = new XAdESSignatureParameters();
            parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_B);
            parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
            parameters.setSigningCertificate(signer);
            DSSDocument document = new InMemoryDocument(content, "content");
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(entry.getPrivateKey());
            signature.update(service.getDataToSign(document, parameters).getBytes());
            SignatureValue value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
            return service.signDocument(document, parameters, value);
        };
    }

    private static KeyStore.PrivateKeyEntry entry(String holder) throws Exception {
        char[] password = "sandbox-sample".toCharArray();
        KeyStore store =
                KeyStore.getInstance(Path.of("certs-sample", holder + ".p12").toFile(), password);
        return (KeyStore.PrivateKeyEntry)
                store.getEntry(store.aliases().nextElement(), new KeyStore.PasswordProtection(password));
    }

    private static Callable<?> bare(String holder, String algorithm) throws Exception {
        PrivateKey key = entry(holder).getPrivateKey();
        byte[] content = bytes(300);
        return () -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        };
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] xml(int length) {
        String line = "<Dong xmlns=\"urn:vn:mau\">Nội dung của kết quả</Dong>";
        return ("<KetQua>" + line.repeat(length / line.length()) + "</KetQua>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(int length) throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            PDStream ballast = new PDStream(document);
            try (var body = ballast.createOutputStream()) {
                body.write(bytes(length));
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Ballast"), ballast);
            document.save(out);
            return out.toByteArray();
        }
    }
}
