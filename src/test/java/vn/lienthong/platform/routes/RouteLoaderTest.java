package vn.lienthong.platform.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mock.env.MockEnvironment;

/** Edits of route files while the gateway runs. Each {@link #looks} is what the loader does twice a second. */
class RouteLoaderTest {
    @TempDir
    private Path folder;

    private CamelContext camel;
    private RouteLoader loader;

    @BeforeEach
    void start() throws Exception {
        camel = new DefaultCamelContext();
        camel.start();
        write("a", answering("a", "một"));
        write("b", answering("b", "hai"));
        loader = new RouteLoader(camel, new MockEnvironment(), new RouteProperties(folder, true));
        loader.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
    }

    @Test
    void everyFile_isAFlow() {
        assertThat(ask("a")).isEqualTo("x một");
        assertThat(ask("b")).isEqualTo("x hai");
        assertThat(loader.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void editedFile_replacesItsOwnFlowOnly() {
        Object other = camel.getRoute("b");
        write("a", answering("a", "mới"));
        looks();
        assertThat(ask("a")).isEqualTo("x mới");
        assertThat(camel.getRoute("b")).isSameAs(other);
    }

    @Test
    void fileStillBeingWritten_isNotTakenByHalf() {
        Object before = camel.getRoute("a");
        write("a", answering("a", "nửa"));
        loader.look();
        write("a", answering("a", "nửa rồi cả"));
        loader.look();
        assertThat(camel.getRoute("a")).isSameAs(before);
        loader.look();
        assertThat(ask("a")).isEqualTo("x nửa rồi cả");
    }

    @Test
    void brokenFile_leavesTheOldFlowRunning_untilItIsMended() {
        for (String broken : new String[] {
            "- route:\n    id: a\n   from: [",
            "không phải route",
            "",
            answering("other", "x"),
            answering("a", "x") + answering("c", "y"),
            "- route:\n    id: a\n    from:\n      uri: direct:a\n      steps:\n        - khong-co-buoc-nay: {}\n",
            "- route:\n    id: a\n    from:\n      uri: direct:a\n      steps:\n        - bean:\n            ref: nobody\n"
        }) {
            write("a", broken);
            looks();
            assertThat(ask("a")).as(broken).isEqualTo("x một");
        }
        assertThat(camel.getRoute("c")).isNull();
        write("a", answering("a", "lành"));
        looks();
        assertThat(ask("a")).isEqualTo("x lành");
        assertThat(loader.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void newFile_startsANewFlow_andARemovedOneStops() throws IOException {
        write("c", answering("c", "ba"));
        looks();
        assertThat(ask("c")).isEqualTo("x ba");
        Files.delete(file("c"));
        looks();
        assertThat(camel.getRoute("c")).isNull();
        write("c", answering("c", "lại"));
        looks();
        assertThat(ask("c")).isEqualTo("x lại");
    }

    @Test
    void flowThatDoesNotRun_takesReadinessDown() throws Exception {
        camel.getRouteController().stopRoute("a");
        assertThat(loader.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(loader.health().getDetails()).containsOnlyKeys("a");
    }

    @Test
    void brokenNewFile_takesReadinessDown() {
        write("c", "- route: {id: c}\n");
        looks();
        assertThat(loader.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void flowOfAPartnerThatIsNotEnabled_doesNotRun() {
        write(
                "p",
                "- route:\n    id: p\n    from:\n      uri: delivery:nobody/dossier\n      steps:\n        - log: x\n");
        looks();
        assertThat(camel.getRoute("p")).isNull();
        assertThat(loader.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void kindThatNoFlowSendsOrAsksAbout_takesReadinessDown() {
        MockEnvironment entry = new MockEnvironment()
                .withProperty("lienthong.partners.bo-mau.url", "http://127.0.0.1:1")
                .withProperty("lienthong.partners.bo-mau.kinds", "dossier")
                .withProperty("lienthong.partners.off.enabled", "false")
                .withProperty("lienthong.partners.off.kinds", "dossier");
        loader = new RouteLoader(camel, entry, new RouteProperties(folder, true));
        write("bo-mau-push", flow("bo-mau-push", ""));
        assertThat(loader.health().getDetails()).containsKey("delivery:bo-mau/dossier?ask=true");
        assertThat(loader.health().getDetails())
                .doesNotContainKeys("delivery:bo-mau/dossier", "delivery:off/dossier", "delivery:off/dossier?ask=true");
        write("bo-mau-ask", flow("bo-mau-ask", "      parameters: {ask: true}\n"));
        assertThat(loader.health().getDetails()).doesNotContainKey("delivery:bo-mau/dossier?ask=true");
    }

    private static String flow(String id, String parameters) {
        return "- route:\n    id: " + id + "\n    from:\n      uri: delivery:bo-mau/dossier\n" + parameters
                + "      steps:\n        - log: x\n";
    }

    private void looks() {
        loader.look();
        loader.look();
    }

    private Object ask(String id) {
        return camel.createFluentProducerTemplate()
                .to("direct:" + id)
                .withBody("x")
                .request(String.class);
    }

    private static String answering(String id, String word) {
        return "- route:\n    id: " + id + "\n    from:\n      uri: direct:" + id
                + "\n      steps:\n        - setBody:\n            simple: \"${body} " + word + "\"\n";
    }

    private void write(String id, String text) {
        try {
            Files.writeString(file(id), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".camel.yaml");
    }
}
