package dev.yiwen.triage;

import com.huaban.analysis.jieba.JiebaSegmenter.SegMode;
import com.huaban.analysis.jieba.SegToken;
import dev.yiwen.shared.Segmenter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A message's {@link Wording}, of which each line that holds a cue is cut into words, once. */
final class CutWording {
    /** Lines around that of a cue that may tell how it is meant. */
    private static final int AROUND = 2;

    private final String text;
    private final Map<Lines, List<SegToken>> cut = new HashMap<>();

    private record Lines(int from, int to) {}

    CutWording(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether a word that passes, given with what of it stands outside, reaches over one of the two ends. */
    boolean isCut(int start, int end, Predicate<Cut> counts) {
        int from = text.lastIndexOf('\n', start) + 1;
        for (var word : cut.computeIfAbsent(new Lines(from, endOfLine(Math.max(from, end))), this::words)) {
            int begins = from + word.startOffset;
            int ends = from + word.endOffset;
            boolean overlaps = begins < end && ends > start;
            if (overlaps && (begins < start || ends > end)) {
                var rest = text.substring(begins, Math.max(begins, start)) + text.substring(Math.min(end, ends), ends);
                if (counts.test(new Cut(word.word, rest))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param rest what of the word stands outside */
    record Cut(String word, String rest) {}

    private List<SegToken> words(Lines lines) {
        return Segmenter.words(text.substring(lines.from, lines.to), SegMode.SEARCH);
    }

    /** The lines about a cue, with {@code sign} in its place. */
    String around(int start, int end, String sign) {
        int from = startOfLine(start);
        int to = endOfLine(end);
        for (int i = 0; i < AROUND; i++) {
            from = startOfLine(Math.max(0, from - 1));
            to = endOfLine(Math.min(text.length(), to + 1));
        }
        return text.substring(from, start) + sign + text.substring(end, to);
    }

    private int startOfLine(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
