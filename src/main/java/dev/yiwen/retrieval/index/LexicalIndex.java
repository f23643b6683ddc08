package dev.yiwen.retrieval.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * An inverted index in memory, scored by BM25 (Robertson and Zaragoza 2009, k1 and b as usual). A cache of the passage
 * table, which stays the only truth; {@link PassageMirror} keeps it up.
 */
public final class LexicalIndex {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    /** A passage and its terms. */
    public record Entry(long passage, List<String> terms) {}

    /** A passage's score for one query. */
    public record Hit(long passage, double score) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<UUID, int[]> slotsOfArticle = new HashMap<>();
    private final Map<Long, Integer> slotOfPassage = new HashMap<>();
    private final Map<String, Postings> postings = new HashMap<>();
    private long[] passages = new long[1024];
    private int[] lengths = new int[1024];
    // What a passage says, in short: tells apart what scores alike, whichever came first.
    private int[] contents = new int[1024];
    private int slots;
    private int alive;
    private long totalLength;

    /** Replaces what is held of an article. */
    public void put(UUID article, List<Entry> entries) {
        lock.writeLock().lock();
        try {
            drop(article);
            slotsOfArticle.put(article, entries.stream().mapToInt(this::add).toArray());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Another that may be changed without this one. */
    LexicalIndex copy() {
        var copy = new LexicalIndex();
        lock.readLock().lock();
        try {
            copy.slotsOfArticle.putAll(slotsOfArticle);
            copy.slotOfPassage.putAll(slotOfPassage);
            postings.forEach((term, list) -> copy.postings.put(term, list.copy()));
            copy.passages = passages.clone();
            copy.lengths = lengths.clone();
            copy.contents = contents.clone();
            copy.slots = slots;
            copy.alive = alive;
            copy.totalLength = totalLength;
        } finally {
            lock.readLock().unlock();
        }
        return copy;
    }

    void remove(Collection<UUID> articles) {
        lock.writeLock().lock();
        try {
            articles.forEach(this::drop);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The scores of every passage that shares a term with the query. */
    public Scores score(List<String> queryTerms) {
        lock.readLock().lock();
        try {
            var scores = new float[slots];
            var touched = new IntList();
            for (var term : Map.copyOf(counted(queryTerms)).entrySet()) {
                var list = postings.get(term.getKey());
                if (list != null) {
                    accumulate(list, term.getValue(), scores, touched);
                }
            }
            return new Scores(scores, touched.toArray());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How rare a term is: its inverse document frequency; the most for one never seen. */
    public double rarity(String term) {
        return rarity(passagesWith(term));
    }

    /** As {@link #rarity}, of a word or of a pair of characters; 0 when no passage says it. */
    public double known(String wordOrPair) {
        return Math.max(ofKnown(wordOrPair), ofKnown("#" + wordOrPair));
    }

    private double ofKnown(String term) {
        return knows(term) ? rarity(term) : 0;
    }

    /** Whether a passage says it. */
    public boolean knows(String term) {
        return passagesWith(term) > 0;
    }

    private int passagesWith(String term) {
        lock.readLock().lock();
        try {
            var list = postings.get(term);
            return list == null ? 0 : list.alive;
        } finally {
            lock.readLock().unlock();
        }
    }

    private double rarity(int passagesWithIt) {
        return Math.log(1 + (alive - passagesWithIt + 0.5) / (passagesWithIt + 0.5));
    }

    private void accumulate(Postings list, int queryCount, float[] scores, IntList touched) {
        double idf = rarity(list.alive);
        double meanLength = Math.max(1.0, (double) totalLength / Math.max(1, alive));
        for (int i = 0; i < list.size; i++) {
            int slot = list.slots[i];
            if (lengths[slot] < 0) {
                continue;
            }
            double count = list.counts[i];
            double norm = K1 * (1 - B + B * lengths[slot] / meanLength);
            if (scores[slot] == 0) {
                touched.add(slot);
            }
            scores[slot] += (float) (queryCount * idf * count * (K1 + 1) / (count + norm));
        }
    }

    private int add(Entry entry) {
        if (slots == passages.length) {
            passages = Arrays.copyOf(passages, slots * 2);
            lengths = Arrays.copyOf(lengths, slots * 2);
            contents = Arrays.copyOf(contents, slots * 2);
        }
        int slot = slots++;
        passages[slot] = entry.passage();
        lengths[slot] = entry.terms().size();
        contents[slot] = entry.terms().hashCode();
        slotOfPassage.put(entry.passage(), slot);
        totalLength += lengths[slot];
        alive++;
        counted(entry.terms())
                .forEach((term, count) ->
                        postings.computeIfAbsent(term, it -> new Postings()).add(slot, count));
        return slot;
    }

    /** Leaves holes: the index is rebuilt from the table when an instance starts, and articles change seldom. */
    private void drop(UUID article) {
        var held = slotsOfArticle.remove(article);
        if (held == null) {
            return;
        }
        for (int slot : held) {
            slotOfPassage.remove(passages[slot]);
            totalLength -= lengths[slot];
            lengths[slot] = -1;
            alive--;
        }
    }

    private static Map<String, Integer> counted(List<String> terms) {
        var counts = new HashMap<String, Integer>();
        terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    /** What one query scored; valid for as long as nobody needs a newer state of the index. */
    public final class Scores {
        private final float[] scores;
        private final int[] touched;

        private Scores(float[] scores, int[] touched) {
            this.scores = scores;
            this.touched = touched;
        }

        /** 0 for a passage that shares no term with the query, or that came later. */
        public double of(long passage) {
            lock.readLock().lock();
            try {
                @Nullable Integer slot = slotOfPassage.get(passage);
                return slot == null || slot >= scores.length ? 0 : scores[slot];
            } finally {
                lock.readLock().unlock();
            }
        }

        /** The best passages, best first; which of equal ones does not depend on when they came. */
        public List<Hit> best(int limit) {
            return Arrays.stream(touched)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer slot) -> -scores[slot])
                            .thenComparingInt(slot -> contents[slot]))
                    .limit(limit)
                    .map(slot -> new Hit(passages[slot], scores[slot]))
                    .toList();
        }
    }

    private static final class Postings {
        private int[] slots = new int[4];
        private short[] counts = new short[4];
        private int size;
        private int alive;

        Postings copy() {
            var copy = new Postings();
            copy.slots = slots.clone();
            copy.counts = counts.clone();
            copy.size = size;
            copy.alive = alive;
            return copy;
        }

        void add(int slot, int count) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            slots[size] = slot;
            counts[size++] = (short) Math.min(count, Short.MAX_VALUE);
            alive = size;
        }
    }

    private static final class IntList {
        private int[] values = new int[64];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
