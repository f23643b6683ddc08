package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AudioBacklogTest {

    @Test
    void drops_the_oldest_beyond_what_it_may_hold_and_knows_how_much() {
        var backlog = new AudioBacklog(10);
        for (int i = 0; i < 1000; i++) {
            backlog.add(Buffer.buffer(new byte[] {(byte) i, 0, 0, 0}));
        }

        assertThat(backlog.bytes()).isEqualTo(8);
        assertThat(backlog.takeDropped()).isEqualTo(998 * 4);
        assertThat(backlog.takeDropped()).isZero();
        assertThat(backlog.poll()).isEqualTo(Buffer.buffer(new byte[] {(byte) 998, 0, 0, 0}));
    }

    @Test
    void a_piece_larger_than_all_it_may_hold_is_dropped() {
        var backlog = new AudioBacklog(10);
        backlog.add(Buffer.buffer(new byte[11]));

        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.bytes()).isZero();
    }

    @Test
    void chunks_are_of_60_ms_however_the_audio_comes() {
        var chunks = new PcmChunks(8000);
        var pcm = Pcm.tone(8000, 200, 0.3);
        var cut = new ArrayList<Buffer>();
        for (int at = 0; at < pcm.length(); at += 321) {
            cut.addAll(chunks.add(pcm.getBuffer(at, Math.min(pcm.length(), at + 321))));
        }
        assertThat(cut).hasSize(3).allMatch(it -> it.length() == 960);

        cut.addAll(chunks.rest());

        var whole = Buffer.buffer();
        cut.forEach(whole::appendBuffer);
        assertThat(whole).isEqualTo(pcm);
    }

    @Test
    void half_a_sample_at_the_end_is_left_out() {
        var chunks = new PcmChunks(8000);
        chunks.add(Buffer.buffer(new byte[5]));

        assertThat(chunks.rest()).containsExactly(Buffer.buffer(new byte[4]));
    }
}
