package dev.yiwen.channel.voice.audio;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Audio that waits for the recogniser, never more than so many bytes: the oldest is dropped. */
final class AudioBacklog {
    private final Deque<Buffer> waiting = new ArrayDeque<>();
    private final long most;
    private long bytes;
    private long dropped;

    AudioBacklog(long most) {
        this.most = most;
    }

    void add(Buffer pcm) {
        waiting.add(pcm);
        bytes += pcm.length();
        while (bytes > most) {
            var oldest = waiting.remove();
            bytes -= oldest.length();
            dropped += oldest.length();
        }
    }

    /** The oldest that waits, or null. */
    @Nullable Buffer poll() {
        var oldest = waiting.poll();
        if (oldest != null) {
            bytes -= oldest.length();
        }
        return oldest;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    /** How much was dropped since this was last asked, in bytes. */
    long takeDropped() {
        long it = dropped;
        dropped = 0;
        return it;
    }
}
