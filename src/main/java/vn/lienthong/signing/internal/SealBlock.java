package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.SignerTextPosition;
import eu.europa.esig.dss.enumerations.SignerTextVerticalAlignment;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.enumerations.VisualSignatureAlignmentHorizontal;
import eu.europa.esig.dss.enumerations.VisualSignatureAlignmentVertical;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.VietnameseFont;
import vn.lienthong.signing.VisibleBlock;

/**
 * The block that people see. It stands in the bottom margin of the last page, 20 mm high at least on official papers, so that it
 * covers no word of them.
 */
final class SealBlock {
    private static final float WIDTH = 215;
    private static final float HEIGHT = 48;
    private static final float FROM_EDGE = 4;
    private static final float FONT_SIZE = 6.5f;
    private static final int LONGEST_NAME = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy XXX");

    private SealBlock() {}

    static SignatureImageParameters of(
            VisibleBlock block,
            X509Certificate signer,
            Instant now,
            int page,
            VisualSignatureAlignmentHorizontal side) {
        SignatureFieldParameters place = new SignatureFieldParameters();
        place.setPage(page);
        place.setOriginX(FROM_EDGE);
        place.setOriginY(FROM_EDGE);
        place.setWidth(WIDTH);
        place.setHeight(HEIGHT);
        SignatureImageParameters image = new SignatureImageParameters();
        image.setFieldParameters(place);
        image.setAlignmentHorizontal(side);
        image.setAlignmentVertical(VisualSignatureAlignmentVertical.BOTTOM);
        image.setImage(new InMemoryDocument(QrCode.png(block.verificationPage().toString()), "qr.png"));
        image.setTextParameters(text(block, signer, now));
        return image;
    }

    private static SignatureImageTextParameters text(VisibleBlock block, X509Certificate signer, Instant now) {
        DSSFileFont font = new DSSFileFont(VietnameseFont.open());
        font.setSize(FONT_SIZE);
        font.setEmbedFontSubset(true);
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setFont(font);
        text.setSignerTextPosition(SignerTextPosition.RIGHT);
        text.setSignerTextVerticalAlignment(SignerTextVerticalAlignment.MIDDLE);
        text.setTextWrapping(TextWrapping.FONT_BASED);
        text.setPadding(2);
        text.setText(String.join(
                "\n",
                "ĐÃ KÝ SỐ",
                "Ký bởi: " + name(signer),
                "Thời gian ký: " + TIME.format(now.atZone(GatewayClock.ZONE)),
                "Kiểm tra: quét mã QR hoặc vào",
                shown(block)));
        return text;
    }

    /** The address without what only machines need. */
    private static String shown(VisibleBlock block) {
        String path = block.verificationPage().getPath();
        String upper = path.indexOf('/', 1) < 0 ? path : path.substring(0, path.indexOf('/', 1));
        return block.verificationPage().getScheme() + "://"
                + block.verificationPage().getAuthority() + upper;
    }

    private static String name(X509Certificate signer) {
        String whole = signer.getSubjectX500Principal().getName();
        String name = common(whole).orElse(whole).replaceAll("\\p{Cntrl}", " ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    private static Optional<String> common(String whole) {
        try {
            return new LdapName(whole)
                    .getRdns().stream()
                            .filter(step -> step.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException odd) {
            return Optional.empty();
        }
    }
}
