package vn.lienthong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class OpenApiTest {
    private static final Path FILE =
            Path.of("schemas/openapi/lienthong-v1.yaml").toAbsolutePath();
    private static final JsonNode DOCUMENT = yaml();

    private static JsonNode yaml() {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return Contract.JSON.valueToTree(
                    new Yaml(new SafeConstructor(options)).<Object>load(Files.readString(FILE)));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void describes_everyCallOfThisVersion() {
        assertThat(DOCUMENT.path("openapi").asText()).isEqualTo("3.1.0");
        List<String> calls = new ArrayList<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(List.of("get", "put", "post", "delete")::contains)
                        .forEach(method -> calls.add(method + " " + path.getKey())));
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "post /oauth2/token",
                        "put /v1/dossiers/{dossierNumber}",
                        "get /v1/dossiers/{dossierNumber}",
                        "post /v1/dossiers/{dossierNumber}/progress",
                        "post /v1/dossiers:batch",
                        "get /v1/dossiers/{dossierNumber}/timeline",
                        "get /v1/dossiers/{dossierNumber}/deliveries",
                        "get /v1/dossiers/{dossierNumber}/legs",
                        "get /v1/dossiers/{dossierNumber}/facts",
                        "post /v1/dossiers/{dossierNumber}/certificate-findings",
                        "post /v1/dossiers/{dossierNumber}/corrections",
                        "get /v1/dossiers/{dossierNumber}/results",
                        "post /v1/dossiers/{dossierNumber}/results",
                        "get /v1/dossiers/{dossierNumber}/results/{id}/content",
                        "put /v1/attachments/{sha256}",
                        "get /v1/attachments/{sha256}",
                        "get /links/{token}",
                        "get /v1/deliveries",
                        "post /v1/deliveries/{id}/cancel",
                        "post /v1/deliveries/{id}/mark-done",
                        "get /v1/bulk-actions",
                        "post /v1/bulk-actions",
                        "get /v1/bulk-actions/{id}",
                        "get /v1/bulk-actions/{id}/items",
                        "post /v1/bulk-actions/{id}/stop",
                        "get /v1/partners",
                        "post /v1/partners/{id}/pause",
                        "post /v1/partners/{id}/resume",
                        "get /v1/deliveries/{id}",
                        "post /v1/deliveries/{id}/retry",
                        "get /v1/work-items",
                        "post /v1/work-items/{id}/resolve",
                        "post /v1/successor-choices",
                        "post /v1/citizen-lookups",
                        "post /v1/data-tracker/search",
                        "post /v1/register-lookups",
                        "post /v1/data-tracker/exports",
                        "get /v1/data-tracker/holds",
                        "post /v1/data-tracker/holds",
                        "post /v1/data-tracker/holds/{id}/lift",
                        "get /v1/paper-ledger",
                        "get /v1/dossiers/{dossierNumber}/once-only-plan",
                        "post /v1/post/tracking-events",
                        "get /v1/dossiers/{dossierNumber}/post-orders",
                        "post /v1/post/orders/{orderNumber}/cancel",
                        "post /v1/post/waybills",
                        "get /v1/evidence/{id}",
                        "get /v1/evidence/checkpoints",
                        "post /v1/post/handovers",
                        "get /v1/post/handovers/{manifestNumber}",
                        "get /v1/post/handovers/{manifestNumber}/record",
                        "get /v1/inbox",
                        "post /v1/inbox/{id}/ack",
                        "put /v1/inbox/callback",
                        "get /v1/inbox/callback",
                        "delete /v1/inbox/callback",
                        "post /v1/insurance/acknowledgements",
                        "get /v1/about",
                        "get /v1/session",
                        "get /actuator/health/liveness",
                        "get /actuator/health/readiness",
                        "get /actuator/prometheus",
                        "post /compat/dvcqg/mapi/login",
                        "post /compat/dvcqg/mapi/g",
                        "post /compat/proxy/api/SynsTTHCC/DongBoHoSoMC",
                        "post /compat/proxy/api/SynsTTHCC/CapNhatTienDoHoSoMC",
                        "get /compat/proxy/KetNoiMotCuaQuocGia/LayThuTuc",
                        "get /compat/proxy/KetNoiMotCuaQuocGia/LayDanhSachTTHC");
    }

    @Test
    void resolves_everyReference() {
        List<String> dangling = new ArrayList<>();
        walk(DOCUMENT, "", (place, node) -> {
            if (node.path("$ref").isTextual()
                    && resolved(node.path("$ref").asText()).isMissingNode()) {
                dangling.add(place + " -> " + node.path("$ref").asText());
            }
        });
        assertThat(dangling).isEmpty();
    }

    @Test
    void givesExamples_thatItsOwnSchemasAccept() {
        Map<String, List<String>> wrong = new TreeMap<>();
        List<String> checked = new ArrayList<>();
        walk(DOCUMENT, "", (place, node) -> {
            if (!node.has("schema")) {
                return;
            }
            List<JsonNode> examples = new ArrayList<>(node.path("examples").findValues("value"));
            if (node.has("example")) {
                examples.add(node.path("example"));
            }
            for (JsonNode example : examples) {
                checked.add(place);
                List<String> findings = findings(node.path("schema"), example);
                if (!findings.isEmpty()) {
                    wrong.put(place, findings);
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(checked).hasSizeGreaterThan(30);
    }

    @Test
    void breaksNoTextApart() {
        List<String> emptied = new ArrayList<>();
        walk(
                DOCUMENT,
                "",
                (place, node) -> node.properties().forEach(field -> {
                    if (field.getValue().isNull()) {
                        emptied.add(place + "/" + field.getKey());
                    }
                }));
        assertThat(emptied)
                .as("an unquoted comma in {a: text, more} makes a field of its own")
                .isEmpty();
    }

    @Test
    void answersEveryRefusalOfTheNativeCalls_asAProblem() {
        List<String> other = new ArrayList<>();
        DOCUMENT.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .forEach(path -> walk(path.getValue(), path.getKey(), (place, node) -> {
                    if (place.matches(".*/responses/4\\d\\d|.*/responses/5\\d\\d")
                            && !resolved(node.path("$ref").asText())
                                    .path("content")
                                    .has("application/problem+json")) {
                        other.add(place);
                    }
                }));
        assertThat(other).isEmpty();
    }

    @Test
    void namesEachOperationOnce_andAsksForARightUnlessSaidOtherwise() {
        List<String> names = new ArrayList<>();
        DOCUMENT.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        names.add(operation.path("operationId").asText());
                        assertThat(operation.has("security"))
                                .as(operation.path("operationId").asText())
                                .isTrue();
                    }
                }));
        assertThat(names).doesNotHaveDuplicates().isNotEmpty();
    }

    private static JsonNode resolved(String reference) {
        String[] parts = reference.split("#", 2);
        JsonNode target = parts[0].isEmpty()
                ? DOCUMENT
                : Contract.read(FILE.resolveSibling(parts[0]).normalize());
        return parts.length == 1 ? target : target.at(parts[1]);
    }

    private static List<String> findings(JsonNode schema, JsonNode example) {
        ObjectNode root = Contract.JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", DOCUMENT.path("components"));
        root.putArray("allOf").add(schema);
        return Contract.findings(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                SchemaLocation.of(FILE.toUri().toString()),
                                root,
                                SchemaValidatorsConfig.builder()
                                        .pathType(PathType.JSON_POINTER)
                                        .build()),
                example);
    }

    private static void walk(JsonNode node, String place, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(place, node);
            node.properties().forEach(field -> walk(field.getValue(), place + "/" + field.getKey(), visitor));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), place + "/" + i, visitor);
            }
        }
    }
}
