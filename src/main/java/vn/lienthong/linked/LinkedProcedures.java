package vn.lienthong.linked;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** The linked procedures of {@code catalogue/linked.json}; what is wrong there stops the start. */
@Component
class LinkedProcedures {
    private static final String FILE = "catalogue/linked.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Map<String, LinkedProcedure> byCode;

    private record Table(String source, List<LinkedProcedure> procedures) {}

    LinkedProcedures(SchemaFiles files) {
        try {
            this.byCode = JSON.readValue(files.read(FILE), Table.class).procedures().stream()
                    .collect(Collectors.toUnmodifiableMap(LinkedProcedure::code, Function.identity()));
        } catch (IOException | IllegalStateException | IllegalArgumentException | NullPointerException wrong) {
            throw new StartRefused(
                    new Bilingual(
                            "Danh mục liên thông " + files.whereIs(FILE) + " sai: " + wrong.getMessage(),
                            "the list of linked procedures " + files.whereIs(FILE) + " is wrong: "
                                    + wrong.getMessage()),
                    wrong);
        }
    }

    /** The graph of this procedure, if it is a linked one. */
    Optional<LinkedProcedure> find(String procedureCode) {
        return Optional.ofNullable(byCode.get(Procedures.bare(procedureCode)));
    }

    Set<String> codes() {
        return byCode.keySet();
    }
}
