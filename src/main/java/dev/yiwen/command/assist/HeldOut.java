package dev.yiwen.command.assist;

import dev.yiwen.assist.cases.PastReply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Past replies of which a part was set aside, by the SHA-256 of the context alone, so that the same file is always parted alike: a
 * reply is set aside when the first byte is divisible by 5; the second byte, even or odd, says in which half it lies. Its nine
 * wrong answers are drawn from the other replies that were set aside, none with the right one's words.
 */
record HeldOut(List<PastReply> learned, List<Choice> even, List<Choice> odd) {
    private static final int ONE_IN = 5;
    private static final int CANDIDATES = 10;

    @SuppressWarnings("ArrayRecordComponent")
    private record Aside(PastReply reply, byte[] hash) {}

    static HeldOut of(List<PastReply> replies) {
        var learned = new ArrayList<PastReply>();
        var aside = new ArrayList<Aside>();
        for (PastReply reply : replies) {
            byte[] hash = hash(reply.context());
            if ((hash[0] & 0xff) % ONE_IN == 0) {
                aside.add(new Aside(reply, hash));
            } else {
                learned.add(reply);
            }
        }
        var answers = aside.stream().map(it -> it.reply().response()).toList();
        var even = new ArrayList<Choice>();
        var odd = new ArrayList<Choice>();
        if (answers.stream().distinct().count() >= CANDIDATES) {
            for (Aside one : aside) {
                ((one.hash()[1] & 1) == 0 ? even : odd).add(choice(one, answers));
            }
        }
        return new HeldOut(List.copyOf(learned), List.copyOf(even), List.copyOf(odd));
    }

    private static Choice choice(Aside one, List<String> answers) {
        long seed = 0;
        for (int i = 2; i < 10; i++) {
            seed = (seed << 8) | (one.hash()[i] & 0xff);
        }
        var random = new SplittableRandom(seed);
        var drawn = new LinkedHashSet<String>();
        drawn.add(one.reply().response());
        while (drawn.size() < CANDIDATES) {
            drawn.add(answers.get(random.nextInt(answers.size())));
        }
        var candidates = new ArrayList<>(drawn);
        int gold = random.nextInt(CANDIDATES);
        candidates.set(0, candidates.get(gold));
        candidates.set(gold, one.reply().response());
        return new Choice(one.reply().context(), candidates, gold);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
