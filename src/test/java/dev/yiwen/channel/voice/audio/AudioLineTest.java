package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.voice.audio.CallWords.Heard;
import dev.yiwen.channel.voice.audio.CallWords.Side;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One side's audio through a recogniser that behaves, and through ones that don't. */
class AudioLineTest {
    private static final int RATE = 8000;
    private static final String FIRST = "我家的宽带断了三天";
    private static final String SECOND = "光猫亮着红灯";

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setClosingTimeout(1));
    private final Context context = vertx.getOrCreateContext();
    private final StubRecogniser recogniser = new StubRecogniser(vertx, FIRST, SECOND);
    private final HeardWords calls = new HeardWords();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        recogniser.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_is_said_is_shown_as_it_is_spoken_and_stored_when_the_sentence_has_ended() {
        var line = open(new QuickAsr());
        say(line, 900, 0.1);

        var first = HeardWords.next(calls.wholes);

        assertThat(first.text()).isEqualTo(FIRST + "。");
        assertThat(first.side()).isEqualTo(Side.CUSTOMER);
        assertThat(calls.partials)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(FIRST).startsWith(it.text()))
                .extracting(Heard::utteranceId)
                .containsOnly(first.utteranceId());
        assertThat(HeardWords.next(recogniser.begun()).getString("hotwords")).isEqualTo("{\"云享家\":20}");
    }

    @Test
    void each_sentence_is_an_utterance_of_its_own_in_the_order_spoken() {
        var line = open(new QuickAsr());
        say(line, 900, 0.1);
        say(line, 600, 0.1);

        var first = HeardWords.next(calls.wholes);
        var second = HeardWords.next(calls.wholes);

        assertThat(second.text()).isEqualTo(SECOND + "。");
        assertThat(second.utteranceId()).isNotEqualTo(first.utteranceId());
        assertThat(second.at()).isGreaterThan(first.at());
    }

    @Test
    void how_fast_and_how_loud_is_measured_here() {
        var line = open(new QuickAsr());
        say(line, 900, 0.1);
        say(line, 600, 0.4);

        var first = HeardWords.next(calls.tones);
        var second = HeardWords.next(calls.tones);

        assertThat(first.rate()).isCloseTo(FIRST.length() / 0.9, within(0.5));
        assertThat(first.loudness()).isCloseTo(-23, within(0.3));
        assertThat(second.loudness()).isCloseTo(-11, within(0.3));
    }

    @Test
    void words_of_a_call_that_has_yet_to_ring_wait_for_it() {
        calls.unknown.set(2);
        say(open(new QuickAsr()), 900, 0.1);

        assertThat(HeardWords.next(calls.wholes).text()).isEqualTo(FIRST + "。");
    }

    @Test
    void the_last_sentence_is_awaited_when_the_audio_ends_amid_it() {
        var line = open(new QuickAsr());
        hear(line, Pcm.tone(RATE, 900, 0.1));
        context.runOnContext(it -> line.end());

        assertThat(HeardWords.next(calls.wholes).text()).isEqualTo(FIRST + "。");
        assertThat(HeardWords.next(told)).isEqualTo("over");
    }

    @Test
    void without_a_last_sentence_what_was_heard_of_it_is_kept() {
        recogniser.staySilentAtEnd();
        var line = open(new QuickAsr(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(300)));
        hear(line, Pcm.tone(RATE, 900, 0.1));
        Awaitility.await().until(() -> !calls.partials.isEmpty());
        context.runOnContext(it -> line.end());

        assertThat(HeardWords.next(told)).isEqualTo("over");
        var kept = HeardWords.next(calls.wholes).text();
        assertThat(FIRST).startsWith(kept);
    }

    @Test
    void garbage_is_passed_over() {
        recogniser.garble();
        say(open(new QuickAsr()), 900, 0.1);

        assertThat(HeardWords.next(calls.wholes).text()).isEqualTo(FIRST + "。");
        assertThat(told).isEmpty();
    }

    @Test
    void a_slow_recogniser_loses_no_sentence() {
        recogniser.answerAfter(400);
        var line = open(new QuickAsr());
        say(line, 900, 0.1);
        say(line, 600, 0.1);

        assertThat(HeardWords.next(calls.wholes).text()).isEqualTo(FIRST + "。");
        assertThat(HeardWords.next(calls.wholes).text()).isEqualTo(SECOND + "。");
        assertThat(told).isEmpty();
    }

    @Test
    void cut_amid_a_sentence_its_beginning_is_kept_and_the_next_is_heard_again() {
        recogniser.cutAfter(960);
        var line = open(new QuickAsr());
        hear(line, Pcm.tone(RATE, 900, 0.1));
        Awaitility.await().until(() -> !calls.partials.isEmpty());
        hear(line, Pcm.tone(RATE, 120, 0.1));

        assertThat(HeardWords.next(told)).isEqualTo("lost");
        var kept = HeardWords.next(calls.wholes);
        assertThat(FIRST).startsWith(kept.text());

        say(line, 900, 0.1);
        assertThat(HeardWords.next(told)).isEqualTo("back");
        var next = HeardWords.next(calls.wholes);
        assertThat(next.text()).isEqualTo(FIRST + "。");
        assertThat(next.utteranceId()).isNotEqualTo(kept.utteranceId());
        assertThat(next.at()).isGreaterThan(kept.at());
    }

    @Test
    void refused_it_dials_again_and_what_was_said_meanwhile_is_heard_late() {
        recogniser.refuse(true);
        var line = open(new QuickAsr());
        say(line, 900, 0.1);
        assertThat(HeardWords.next(told)).isEqualTo("lost");
        Awaitility.await().until(() -> recogniser.refused() >= 3);
        recogniser.refuse(false);

        assertThat(HeardWords.next(calls.wholes).text()).isEqualTo(FIRST + "。");
        assertThat(HeardWords.next(told)).isEqualTo("back");
    }

    @Test
    void of_a_long_outage_only_the_last_audio_is_kept() {
        recogniser.refuse(true);
        var line = open(new QuickAsr(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(10)));
        for (int i = 0; i < 60; i++) {
            hear(line, Pcm.silence(RATE, 1000));
        }
        say(line, 480, 0.1);
        Awaitility.await().until(() -> recogniser.refused() >= 1);
        recogniser.refuse(false);

        HeardWords.next(calls.wholes);
        assertThat(recogniser.heardBytes()).isLessThanOrEqualTo(RATE * 2);
    }

    @Test
    void one_that_reads_nothing_is_found_out_and_costs_no_memory() {
        recogniser.readNothing();
        var line = open(new QuickAsr(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(10)));
        for (int i = 0; i < 300; i++) {
            hear(line, Pcm.silence(RATE, 1000));
        }

        assertThat(HeardWords.next(told)).isEqualTo("lost");
    }

    private AudioLine open(AsrConfig config) {
        var protocol = new TwoPass(new ObjectMapper());
        var address =
                new WebSocketConnectOptions().setAbsoluteURI(recogniser.url().toString());
        var line = new AudioLine(
                "call",
                Side.CUSTOMER,
                RATE,
                "s",
                context,
                Clock.systemUTC(),
                calls,
                listener -> new RecogniserLink(
                        vertx,
                        context,
                        config,
                        () -> client.connect(new WebSocketConnectOptions(address)),
                        protocol,
                        () -> protocol.begin("s", RATE, Map.of("云享家", 20)),
                        RATE * 2,
                        listener),
                owner());
        context.runOnContext(it -> line.start());
        return line;
    }

    private AudioLine.Owner owner() {
        return new AudioLine.Owner() {
            @Override
            public void lost(Side side) {
                told.add("lost");
            }

            @Override
            public void back(Side side) {
                told.add("back");
            }

            @Override
            public void unknownCall() {
                told.add("unknown");
            }

            @Override
            public void over() {
                told.add("over");
            }
        };
    }

    private void say(AudioLine line, int ms, double amplitude) {
        hear(line, Pcm.tone(RATE, ms, amplitude));
        hear(line, Pcm.silence(RATE, 480));
    }

    private void hear(AudioLine line, Buffer pcm) {
        context.runOnContext(it -> line.hear(pcm));
    }
}
