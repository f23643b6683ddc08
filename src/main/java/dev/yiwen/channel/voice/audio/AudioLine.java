package dev.yiwen.channel.voice.audio;

import dev.yiwen.channel.voice.audio.CallWords.Heard;
import dev.yiwen.channel.voice.audio.CallWords.Side;
import dev.yiwen.channel.voice.audio.CallWords.SpokenTone;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The audio of one side of a call: measured, heard by the recogniser, and handed on as words. On one context. */
final class AudioLine implements RecogniserLink.Listener {
    private static final Logger LOG = Logger.getLogger(AudioLine.class);
    private static final int SECOND_MS = 1000;
    /** Less is a cough: nothing can be said of how it was spoken. In seconds. */
    private static final double SHORTEST_SPEECH = 0.3;

    /** Before words are handed on again that could not be; 5 s in all. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final String callId;
    private final Side side;
    private final int bytesInMs;
    private final Clock clock;
    private final CallWords calls;
    private final RecogniserLink link;
    private final SpeechMeter meter;
    private final PcmChunks chunks;
    private final SpokenSentences sentences;
    private final WordsInOrder words;
    private final Owner owner;
    /** Epoch of the first sample, as if all had come without a pause; in milliseconds. */
    private long began;

    private long heardUpTo;

    /** What the line tells whoever opened it. */
    interface Owner {
        void lost(Side side);

        void back(Side side);

        void unknownCall();

        void over();
    }

    /** Makes its line to the recogniser, which it has yet to begin. */
    interface Dialler {
        RecogniserLink link(RecogniserLink.Listener listener);
    }

    /** @param stream what no other stream of the call is called */
    AudioLine(
            String callId,
            Side side,
            int rate,
            String stream,
            Context context,
            Clock clock,
            CallWords calls,
            Dialler dialler,
            Owner owner) {
        this.callId = callId;
        this.side = side;
        this.clock = clock;
        this.calls = calls;
        this.owner = owner;
        bytesInMs = rate * Short.BYTES / SECOND_MS;
        meter = new SpeechMeter(rate);
        chunks = new PcmChunks(rate);
        sentences = new SpokenSentences(stream);
        words = new WordsInOrder(context, FIRST_PAUSE, owner::unknownCall);
        link = dialler.link(this);
    }

    void start() {
        link.start();
    }

    void hear(Buffer pcm) {
        meter.hear(pcm);
        // Never earlier than before: what comes faster than it was spoken is no older for it.
        began = Math.max(began, clock.millis() - meter.heardMs());
        chunks.add(pcm).forEach(link::send);
    }

    void end() {
        chunks.rest().forEach(link::send);
        link.end();
    }

    @Override
    public void heard(Recognised recognised) {
        switch (recognised) {
            case Recognised.More more -> sentences.more(more.text()).ifPresent(this::saying);
            case Recognised.Sentence sentence -> {
                long from = heardUpTo;
                long to = meter.heardMs();
                var span = sentence.span().map(this::inLine).filter(it -> it.fromMs() >= from && it.toMs() <= to);
                var stretch = span.orElseGet(() -> new Recognised.Span(from, to));
                sentences.whole(sentence.text()).ifPresent(it -> said(it, stretch));
                heardUpTo = stretch.toMs();
            }
            case Recognised.NothingMore nothing -> {}
            case Recognised.Other other -> {}
            case Recognised.Unreadable garbled -> {}
        }
    }

    @Override
    public void lost() {
        keepWhatIsKnown();
        owner.lost(side);
    }

    @Override
    public void back() {
        long dropped = link.takeDropped();
        if (dropped > 0) {
            LOG.infof(
                    "The recogniser is back; of %s's side %d ms of audio were dropped meanwhile",
                    side, dropped / bytesInMs);
        }
        owner.back(side);
    }

    @Override
    public void over() {
        keepWhatIsKnown();
        owner.over();
    }

    /** Of a sentence whose end nobody will hear, its beginning is better than nothing. */
    private void keepWhatIsKnown() {
        long to = meter.heardMs();
        sentences.cut().ifPresent(it -> said(it, new Recognised.Span(heardUpTo, to)));
        heardUpTo = to;
    }

    private void saying(SpokenSentences.Utterance utterance) {
        var heard = heard(utterance, at(heardUpTo, meter.heardMs()));
        words.soFar(() -> calls.saying(heard));
    }

    private void said(SpokenSentences.Utterance utterance, Recognised.Span stretch) {
        var heard = heard(utterance, at(stretch.fromMs(), stretch.toMs()));
        var measured = meter.between(stretch.fromMs(), stretch.toMs());
        words.whole(() -> calls.said(heard));
        if (measured.seconds() >= SHORTEST_SPEECH) {
            double rate = characters(utterance.text()) / measured.seconds();
            var tone = new SpokenTone(callId, side, rate, measured.loudness(), heard.at());
            words.whole(() ->
                    calls.tone(tone).onFailure().recoverWithUni(Uni.createFrom().voidItem()));
        }
    }

    private Heard heard(SpokenSentences.Utterance utterance, long at) {
        return new Heard(callId, side, utterance.id(), utterance.text(), at);
    }

    private long at(long fromMs, long toMs) {
        return began + meter.speechFrom(fromMs, toMs);
    }

    private Recognised.Span inLine(Recognised.Span ofConnection) {
        long before = link.bytesBefore() / bytesInMs;
        return new Recognised.Span(before + ofConnection.fromMs(), before + ofConnection.toMs());
    }

    /** Without punctuation, which is not spoken. */
    private static long characters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
