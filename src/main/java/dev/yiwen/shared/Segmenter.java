package dev.yiwen.shared;

import com.huaban.analysis.jieba.JiebaSegmenter;
import com.huaban.analysis.jieba.JiebaSegmenter.SegMode;
import com.huaban.analysis.jieba.SegToken;
import com.huaban.analysis.jieba.WordDictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

/**
 * Cuts text into words, by the general dictionary and the words of the trade that it would cut ({@code
 * retrieval/dictionary.txt}: word, weight, kind). Reading the dictionary takes about a second, at the first use.
 */
public final class Segmenter {
    private static final JiebaSegmenter SEGMENTER = quietly();

    private Segmenter() {}

    /** The words in order, in {@link SegMode#INDEX} long ones also in their parts; what is no word stands between them. */
    public static List<SegToken> words(String text, SegMode mode) {
        return SEGMENTER.process(text, mode);
    }

    /** Whether the dictionary has it; other words are guesses at what belongs together. */
    public static boolean knows(String word) {
        return WordDictionary.getInstance().containsWord(word);
    }

    /** Reads the dictionary beside whatever else starts; who needs it sooner waits for the rest of it. */
    public static void beginToLoad() {
        Thread.ofPlatform().daemon().name("dictionary").start(() -> words("", SegMode.SEARCH));
    }

    /** The dictionary reports its loading on standard output, where commands print their results and others log meanwhile. */
    private static JiebaSegmenter quietly() {
        var out = System.out;
        var quiet = new PrintStream(new Silenced(Thread.currentThread(), out), true, out.charset());
        System.setOut(quiet);
        try {
            var segmenter = new JiebaSegmenter();
            teach();
            return segmenter;
        } finally {
            if (System.out == quiet) {
                System.setOut(out);
            }
        }
    }

    /** Whoever took this for standard output meanwhile goes on writing there. */
    private static final class Silenced extends OutputStream {
        private final Thread silent;
        private final PrintStream out;

        Silenced(Thread silent, PrintStream out) {
            this.silent = silent;
            this.out = out;
        }

        @Override
        public void write(int b) {
            if (Thread.currentThread() != silent) {
                out.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (Thread.currentThread() != silent) {
                out.write(bytes, from, length);
            }
        }

        @Override
        public void flush() {
            out.flush();
        }
    }

    /** Jieba reads a user's dictionary from a file only. */
    private static void teach() {
        try (InputStream words = Objects.requireNonNull(
                Segmenter.class.getResourceAsStream("/retrieval/dictionary.txt"), "retrieval/dictionary.txt")) {
            var file = Files.createTempFile("yiwen-", ".dict");
            try {
                Files.write(file, words.readAllBytes());
                WordDictionary.getInstance().loadUserDict(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
