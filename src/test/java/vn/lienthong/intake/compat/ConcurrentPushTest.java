package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.intake.compat.CompatCaller.Answer;

@CompatHttpTest
class ConcurrentPushTest {
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    @Autowired
    private DossierRegister register;

    @Autowired
    private JdbcTemplate jdbc;

    private CompatCaller caller;
    private String session;

    @BeforeEach
    void signIn() {
        caller = new CompatCaller(port);
        session = caller.login(WARD);
    }

    @Test
    void storesEachDossierOnce_whenSeveralProcessesSendTheSame() throws Exception {
        List<String> numbers =
                Stream.generate(() -> Items.number(WARD)).limit(30).toList();

        List<Answer> answers = atOnce(8, process -> {
            List<ObjectNode> items =
                    new ArrayList<>(numbers.stream().map(Items::dossier).toList());
            Collections.shuffle(items, new Random(process));
            return caller.dossiers(session, WARD, false, items);
        });

        assertThat(answers).extracting(Answer::code).containsOnly("0");
        for (String number : numbers) {
            assertThat(register.find(number).orElseThrow().version()).isEqualTo(1);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from evidence_message i left join evidence_message e on e.id = i.answer_to"
                                + " where i.dossier_number is not null and i.channel = 'compat' and e.id is null",
                        Integer.class))
                .isZero();
    }

    @Test
    void keepsEachDossiersOrder_whileManyArePushed() throws Exception {
        List<Answer> answers = atOnce(8, process -> {
            List<String> numbers =
                    Stream.generate(() -> Items.number(WARD)).limit(5).toList();
            List<ObjectNode> steps = IntStream.range(0, 40)
                    .mapToObj(i -> Items.step(
                            numbers.get(i % 5),
                            "20251001%02d%02d00".formatted(8 + i / 20, i % 20),
                            "4",
                            "Bước " + i / 5))
                    .toList();
            Answer answer = caller.steps(session, WARD, steps);
            for (String number : numbers) {
                assertThat(register.history(number))
                        .extracting(
                                event -> ((DossierEvent.StepTold) event).step().note())
                        .containsExactly(
                                "Bước 0", "Bước 1", "Bước 2", "Bước 3", "Bước 4", "Bước 5", "Bước 6", "Bước 7");
            }
            return answer;
        });

        assertThat(answers)
                .extracting(Answer::body)
                .allSatisfy(body -> assertThat(body).contains("\"error_code\":\"0\""));
    }

    private static List<Answer> atOnce(int processes, Process process) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(processes)) {
            List<Callable<Answer>> calls = IntStream.range(0, processes)
                    .<Callable<Answer>>mapToObj(i -> () -> process.send(i))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @FunctionalInterface
    private interface Process {
        Answer send(int process) throws Exception;
    }
}
