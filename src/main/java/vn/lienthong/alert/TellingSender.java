package vn.lienthong.alert;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is to be told, again and again for about a day where a channel fails. A message may come twice, not never. */
@Component
class TellingSender {
    private static final Logger LOG = LoggerFactory.getLogger(TellingSender.class);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_ATTEMPTS = 30;

    private final TellingRepository messages;
    private final Map<String, Channel> channels;

    TellingSender(TellingRepository messages, AlertConfiguration.Channels channels) {
        this.messages = messages;
        this.channels = channels.all().stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void send() {
        if (!channels.isEmpty()) {
            messages.take().forEach(this::send);
        }
    }

    private void send(TellingRepository.Due due) {
        Channel channel = channels.get(due.channel());
        if (channel == null) {
            messages.giveUp(due.id(), "not set up any more");
            return;
        }
        try {
            channel.send(due.telling());
            messages.sent(due.id());
        } catch (Exception failure) {
            failed(due, failure);
        }
    }

    private void failed(TellingRepository.Due due, Exception failure) {
        String detail = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (due.attempts() >= MOST_ATTEMPTS) {
            messages.giveUp(due.id(), detail);
            LOG.error(
                    "Không báo được sự cố qua {} sau {} lần, thôi không báo nữa / could not be told, given up: {}",
                    due.channel(),
                    due.attempts(),
                    detail);
            return;
        }
        messages.failed(due.id(), pause(due.attempts()), detail);
        LOG.warn(
                "Chưa báo được sự cố qua {}, sẽ thử lại / could not be told yet, tried again: {}",
                due.channel(),
                detail);
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
