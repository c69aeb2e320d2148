package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/**
 * Look-ups in the population register, whose twin is a process of its own: {@code mvn test -Dtest=LookUpBench -Dseconds=15
 * -Drounds=3 -Dwarmup=40}. Names are held, permanent addresses are asked for anew each time.
 */
class LookUpBench {
    private static final int PEOPLE = 400;
    private static final int PACE = 200;
    private static final int CROWD = 500;

    private final int seconds = Integer.getInteger("seconds", 15);
    private final int rounds = Integer.getInteger("rounds", 3);
    private final int warmup = Integer.getInteger("warmup", 40);

    @Test
    @DisplayName("Tra cứu dân cư")
    void looksPeopleUp() throws Exception {
        Path folder = WorkFolder.fresh("look-ups");
        try (SimulatorProcess simulator = SimulatorProcess.in(folder);
                GatewayProcess gateway = GatewayProcess.in(
                        folder,
                        GatewayProcess.AS_RECOMMENDED,
                        simulator.url(),
                        "--lienthong.citizen.held.by.permanent-address=0s")) {
            Report.begin("Look-ups in the population register, three processes");
            Client client = Client.of(gateway.url(), MadeUp.WARD);
            IntStream.range(0, PEOPLE).forEach(i -> introduce(simulator, client, i));
            try (Questions questions = new Questions(client, simulator.url() + "/population")) {
                questions.crowd(questions.asked(), 32, warmup);
                questions.crowd(questions.held(), 32, warmup);
                Report.say("warm-up: %d refused", questions.refused());
                latency(questions);
                rates(questions);
                slowRegister(simulator, gateway, new Load(folder, client), questions);
            }
        }
    }

    private void latency(Questions questions) {
        Report.say("Told %d/s, milliseconds p50 / p99:", PACE);
        for (int round = 1; round <= rounds; round++) {
            Phase direct = questions.paced(questions.direct(), PACE, seconds);
            Phase asked = questions.paced(questions.asked(), PACE, seconds);
            Report.say(
                    "round %d: the twin itself %.2f / %.2f, through the gateway %.2f / %.2f, added %.2f / %.2f; %d refused",
                    round,
                    direct.p50(),
                    direct.p99(),
                    asked.p50(),
                    asked.p99(),
                    asked.p50() - direct.p50(),
                    asked.p99() - direct.p99(),
                    questions.refused());
        }
    }

    private void rates(Questions questions) {
        for (int round = 1; round <= rounds; round++) {
            Phase asked = questions.crowd(questions.asked(), 32, seconds);
            Phase held = questions.crowd(questions.held(), 32, seconds);
            Report.say(
                    "as fast as answered, round %d: asked %s; held %s; ratio %.1f; %d refused",
                    round, asked, held, held.rate() / asked.rate(), questions.refused());
        }
    }

    /** Intake alone and beside a crowd that waits for a register that takes five seconds, in turn. */
    private void slowRegister(SimulatorProcess simulator, GatewayProcess gateway, Load load, Questions questions)
            throws InterruptedException {
        load.run(0, warmup);
        String fault = simulator.url() + "/__sim/population/faults";
        for (int round = 1; round <= rounds; round++) {
            Phase alone = load.run(0, seconds).getFirst();
            String before = gateway.memory();
            Http.send("PUT", fault, "{\"mode\":\"delay\",\"delayMs\":5000}").expect(200);
            Thread crowd = Thread.ofPlatform().start(() -> questions.crowd(questions.asked(), CROWD, seconds));
            Phase beside = load.run(0, seconds).getFirst();
            crowd.join(Duration.ofMinutes(2));
            Http.send("PUT", fault, "{\"mode\":\"none\"}").expect(200);
            Report.say(
                    "%d waiting look-ups, round %d: intake alone %s; beside them %s; ratio %.2f; %s refused; memory %s, then %s",
                    CROWD,
                    round,
                    alone,
                    beside,
                    beside.rate() / alone.rate(),
                    questions.refused(),
                    before,
                    gateway.memory());
        }
    }

    private static void introduce(SimulatorProcess simulator, Client client, int i) {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        person.put("fullName", Questions.NAME)
                .put("dateOfBirth", Questions.BORN)
                .put("gender", "MALE");
        person.putObject("permanentAddress")
                .put("province", "66")
                .put("commune", "24133")
                .put("detail", "Tổ dân phố Mẫu");
        Http.send("PUT", simulator.url() + "/__sim/population/people/" + Questions.personalId(i), person.toString())
                .expect(200);
        ObjectNode dossier = MadeUp.state(1, "ACCEPTED");
        ((ObjectNode) dossier.path("applicant")).put("name", Questions.NAME).put("personalId", Questions.personalId(i));
        client.put(Questions.dossier(i), dossier).expect(202);
        if (i == 0) {
            List.of("permanentAddress", "fullName").forEach(field -> {
                JsonNode answer = client.post("/v1/citizen-lookups", Questions.question(0, field))
                        .expect(200)
                        .json();
                assertThat(answer.path("match").asText()).as(answer.toString()).isEqualTo("MATCHED");
            });
        }
    }
}
