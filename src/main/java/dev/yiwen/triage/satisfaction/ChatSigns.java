package dev.yiwen.triage.satisfaction;

import dev.yiwen.triage.Spoken;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The numbers of a conversation from which satisfaction is estimated. */
final class ChatSigns {
    /** Names of the numbers, in their order. */
    static final List<String> SIGNS = List.of("worst turns", "dissatisfied turns", "denials", "refusals", "thanks");

    private static final int WORST = 3;

    /** So many turns of the usual kind are thought of before the first: a few words say little of a person. */
    private static final int UNKNOWN = 3;

    private static final double USUAL = 0.25;
    private static final Pattern DENIAL = Pattern.compile("[不没]");
    private static final Pattern REFUSAL = Pattern.compile("无法|不能|不支持|没办法|没有办法|不可以|不行|不了|抱歉|不好意思|对不起|见谅");
    private static final Pattern THANKS = Pattern.compile("谢|辛苦|麻烦你了|麻烦您了");

    private ChatSigns() {}

    /** @param dissatisfied the probability of each of the customer's turns */
    static double[] of(List<Spoken> talk, double[] dissatisfied) {
        double[] descending =
                Arrays.stream(dissatisfied).map(it -> -it).sorted().toArray();
        double worst = -Arrays.stream(descending).limit(WORST).average().orElse(-USUAL);
        double sum = Arrays.stream(dissatisfied).sum();
        var customer = talk.stream().filter(Spoken::customer).map(Spoken::text).toList();
        var service =
                talk.stream().filter(it -> !it.customer()).map(Spoken::text).toList();
        double denials = customer.stream()
                .mapToLong(it -> DENIAL.matcher(it).results().count())
                .sum();
        return new double[] {
            worst,
            (sum + UNKNOWN * USUAL) / (UNKNOWN + dissatisfied.length),
            denials / (UNKNOWN + customer.size()),
            with(REFUSAL, service) / (2.0 + service.size()),
            with(THANKS, customer) / (2.0 + customer.size())
        };
    }

    private static long with(Pattern pattern, List<String> texts) {
        return texts.stream().filter(it -> pattern.matcher(it).find()).count();
    }
}
