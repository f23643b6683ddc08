package dev.yiwen.channel.voice.audio;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of 16-bit PCM into pieces of one length, however it comes. */
final class PcmChunks {
    private final int length;
    private Buffer rest = Buffer.buffer();

    PcmChunks(int rate) {
        length = rate * TwoPass.CHUNK_MS / 1000 * Short.BYTES;
    }

    List<Buffer> add(Buffer pcm) {
        rest.appendBuffer(pcm);
        if (rest.length() < length) {
            return List.of();
        }
        var pieces = new ArrayList<Buffer>();
        int at = 0;
        for (; at + length <= rest.length(); at += length) {
            pieces.add(rest.getBuffer(at, at + length));
        }
        rest = rest.getBuffer(at, rest.length());
        return pieces;
    }

    /** What is left at the end, whole samples of it. */
    List<Buffer> rest() {
        int whole = rest.length() / Short.BYTES * Short.BYTES;
        return whole == 0 ? List.of() : List.of(rest.getBuffer(0, whole));
    }
}
