package vn.lienthong.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rooms: who may use whom. A new room gets a line here before it gets a class. */
@DisplayName("Rooms use only the rooms they may")
class RoomsTest {
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("platform", Set.of("kernel")),
            Map.entry("partner", Set.of("kernel")),
            Map.entry("catalogue", Set.of("kernel")),
            Map.entry("access", Set.of("kernel", "catalogue")),
            Map.entry("signing", Set.of("kernel")),
            Map.entry("evidence", Set.of("kernel", "signing", "access")),
            Map.entry("workitem", Set.of("kernel", "access")),
            Map.entry("delivery", Set.of("kernel", "partner", "evidence", "access", "workitem")),
            Map.entry("dossier", Set.of("kernel", "catalogue", "access", "delivery", "workitem")),
            Map.entry("national", Set.of("kernel", "dossier")),
            Map.entry("document", Set.of("kernel", "signing", "evidence", "access", "workitem", "dossier", "delivery")),
            Map.entry(
                    "portal",
                    Set.of(
                            "kernel",
                            "partner",
                            "catalogue",
                            "national",
                            "dossier",
                            "document",
                            "evidence",
                            "delivery",
                            // a catalogue that cannot be pulled waits for a person
                            "workitem")),
            Map.entry(
                    "intake",
                    Set.of(
                            "kernel",
                            "access",
                            "catalogue",
                            "national",
                            "dossier",
                            "document",
                            "evidence",
                            "citizen",
                            "delivery",
                            "workitem")),
            Map.entry("alert", Set.of("kernel", "workitem", "delivery", "doctor")),
            // intake: the wall every body passes (strict JSON, schemas, memory) and the native form of a dossier;
            // inbox: tells agencies what was handed over; signing: seals the record of it
            Map.entry(
                    "post",
                    Set.of(
                            "kernel",
                            "partner",
                            "access",
                            "catalogue",
                            "dossier",
                            "document",
                            "evidence",
                            "delivery",
                            "workitem",
                            "signing",
                            "intake",
                            "inbox")),
            // document: where files lie; evidence, document: how many of their proofs wait for renewal
            Map.entry("doctor", Set.of("kernel", "platform", "partner", "signing", "evidence", "document")),
            Map.entry(
                    "insurance",
                    Set.of(
                            "kernel",
                            "partner",
                            "access",
                            "catalogue",
                            "dossier",
                            "document",
                            "evidence",
                            "delivery",
                            "workitem",
                            "signing")),
            // reads registrations back and puts their result and its paper into the dossiers; signs nothing
            Map.entry(
                    "civilstatus",
                    Set.of(
                            "kernel",
                            "partner",
                            "access",
                            "catalogue",
                            "dossier",
                            "document",
                            "evidence",
                            "delivery",
                            "workitem")),
            // inbox: tells an agency what an earlier leg gave
            Map.entry(
                    "linked",
                    Set.of("kernel", "access", "catalogue", "dossier", "document", "delivery", "workitem", "inbox")),
            // dossier: what waits follows a dossier that goes over to another agency
            Map.entry("inbox", Set.of("kernel", "access", "delivery", "workitem", "dossier")),
            Map.entry(
                    "citizen",
                    Set.of("kernel", "partner", "access", "catalogue", "dossier", "evidence", "delivery", "workitem")),
            Map.entry(
                    "console",
                    Set.of(
                            "kernel",
                            "platform",
                            "partner",
                            "access",
                            "evidence",
                            "workitem",
                            "delivery",
                            "dossier",
                            "intake",
                            "doctor",
                            "alert",
                            "catalogue",
                            "citizen",
                            "signing")),
            // what anybody may see without signing in: documents verified, and where a dossier stands
            Map.entry(
                    "inspection",
                    Set.of("kernel", "access", "signing", "evidence", "document", "intake", "dossier", "catalogue")),
            Map.entry("simulator", Set.of("kernel")));

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.lienthong");
    }

    static Stream<String> rooms() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyWhatItMay(String room) {
        Set<String> allowed = new TreeSet<>(MAY_USE.get(room));
        allowed.add(room);
        noClasses()
                .that()
                .resideInAPackage("vn.lienthong." + room + "..")
                .should()
                .dependOnClassesThat(ownRoomOutside(allowed))
                .because(room + " may use only " + allowed)
                .check(classes);
    }

    @Test
    void everyRoomStandsInTheTable() {
        Set<String> found = new TreeSet<>();
        classes.forEach(type -> found.add(room(type)));
        found.remove("");
        org.assertj.core.api.Assertions.assertThat(MAY_USE.keySet()).containsAll(found);
    }

    @Test
    void onlyTheKernelReadsTheMachinesClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.lienthong.kernel..", "vn.lienthong.simulator..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
    }

    private static DescribedPredicate<JavaClass> ownRoomOutside(Set<String> allowed) {
        return describe("stand in another room than " + allowed, type -> {
            String room = room(type);
            return !room.isEmpty() && !allowed.contains(room);
        });
    }

    /** The package directly below ours; empty for the start itself and for everybody else's classes. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("vn.lienthong.")) {
            return "";
        }
        return name.substring("vn.lienthong.".length()).split("\\.", 2)[0];
    }
}
