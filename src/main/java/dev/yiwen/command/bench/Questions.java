package dev.yiwen.command.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Questions as customers type them, made from the knowledge's phrasings: greetings, particles and facts around them vary,
 * so that none comes twice and no cache can answer. The same seed gives the same questions.
 */
final class Questions {
    private static final List<String> OPENINGS =
            List.of("", "你好，", "您好，", "请问", "请问一下", "我想问下，", "麻烦问下，", "帮我看看，", "在吗，", "咨询一下，", "有个问题，");
    private static final List<String> FACTS = List.of(
            "", "尾号%04d，", "我%d岁了，", "用了%d年，", "%d号办的，", "上个月%d号，", "家里%d个人，", "套餐%d块的，", "打了%d遍电话了，", "等了%d分钟，");
    private static final List<String> ENDINGS = List.of("", "？", "呢", "啊", "呀", "，谢谢", "，急", "，怎么弄", "，帮忙看下", "～", "。");
    private static final int MOST = 9999;

    private final List<String> phrasings;
    private final Random random;
    private final Set<String> asked = new HashSet<>();

    Questions(List<String> phrasings, long seed) {
        this.phrasings = List.copyOf(phrasings);
        random = new Random(seed);
    }

    /** What one visitor asks: as many questions on different things, each asked for the first time. */
    synchronized List<String> visit(int count) {
        var chosen = new ArrayList<>(phrasings);
        Collections.shuffle(chosen, random);
        return chosen.subList(0, Math.min(count, chosen.size())).stream()
                .map(this::fresh)
                .toList();
    }

    /** Phrasings as they stand; the same ones each time. */
    List<String> popular(int count) {
        var chosen = new ArrayList<>(phrasings);
        Collections.shuffle(chosen, new Random(count));
        return List.copyOf(chosen.subList(0, Math.min(count, chosen.size())));
    }

    private String fresh(String phrasing) {
        while (true) {
            var fact = pick(FACTS).formatted(random.nextInt(1, MOST));
            var question = pick(OPENINGS) + fact + phrasing + pick(ENDINGS);
            if (asked.add(question)) {
                return question;
            }
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
