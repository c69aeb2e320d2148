package vn.lienthong.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signing libraries stay behind one wall")
class SigningBorderTest {
    private static final JavaClasses OWN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.lienthong");

    @Test
    void onlySigningAndTheSampleAuthorityNameBouncyCastle() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.lienthong.signing..", "vn.lienthong.simulator.authority..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..")
                .check(OWN);
    }

    @Test
    void onlySigningNamesTheSignatureService() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.lienthong.signing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.europa.esig..", "org.apache.xml.security..")
                .check(OWN);
    }

    @Test
    void onlySigningAndThePrinterOfPapersNamePdf() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.lienthong.signing..", "vn.lienthong.post.paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
                .check(OWN);
    }

    @Test
    void theSignersOwnRootSpeaksInPlainTypes() {
        noClasses()
                .that()
                .resideInAPackage("vn.lienthong.signing")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.europa.esig..", "org.bouncycastle..")
                .check(OWN);
    }
}
