package dev.yiwen.handoff.wrapup;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which topic a conversation is about, by three witnesses: what the knowledge has on the customer's sentences, the words of
 * both sides, and, least of all, what was shown: an article that missed is shown as well. Rules count only for topics that
 * one of the others names, so that a company with other topics gets none that it does not have.
 */
final class TopicScores {
    private static final double OF_KNOWLEDGE = 2.0;
    private static final double OF_SHOWN = 0.6;
    private static final double OF_AGENT = 0.35;
    private static final double OF_REASON = 1.5;
    /** Of a pattern that one side used in several messages. */
    private static final int MOST_HITS = 2;

    /** The topic that nobody else may name: who complains gets a complaint. */
    static final String COMPLAINTS = "complaints";

    private final Map<String, Double> scores = new LinkedHashMap<>();

    /** @param topics of the articles found for one sentence, best first, each as often as it was found */
    TopicScores found(List<String> topics, double confidence) {
        double whole = 0;
        for (int i = 0; i < topics.size(); i++) {
            whole += 1.0 / (1 + i);
        }
        for (int i = 0; i < topics.size(); i++) {
            add(topics.get(i), OF_KNOWLEDGE * (0.5 + confidence) / (1 + i) / whole);
        }
        return this;
    }

    /** It came to a human as one. */
    void complaint() {
        add(COMPLAINTS, OF_REASON);
    }

    TopicScores shown(List<String> topics) {
        topics.forEach(it -> add(it, OF_SHOWN / topics.size()));
        return this;
    }

    TopicScores words(List<String> customer, List<String> agent) {
        for (var rule : CategoryRules.all()) {
            if (scores.containsKey(rule.topic()) || rule.topic().equals(COMPLAINTS) && !scores.isEmpty()) {
                add(rule.topic(), rule.weight() * (hits(rule, customer) + OF_AGENT * hits(rule, agent)));
            }
        }
        return this;
    }

    private static double hits(CategoryRules.Rule rule, List<String> said) {
        long found = said.stream().filter(it -> rule.words().matcher(it).find()).count();
        // The first says most.
        return found == 0 ? 0 : 1 + 0.3 * (Math.min(found, MOST_HITS) - 1);
    }

    private void add(String topic, double score) {
        scores.merge(topic, score, Double::sum);
    }

    /** Empty when nothing speaks for any. */
    Optional<String> best() {
        return scores.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }
}
