package dev.yiwen.command;

import dev.yiwen.knowledge.Audience;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Goes through the queries of a set, with a bar. */
final class Asking {
    static final Set<Audience> CUSTOMER = EnumSet.of(Audience.CUSTOMER);

    private Asking() {}

    static <T> List<T> each(String task, List<EvaluationSet.Query> queries, Function<EvaluationSet.Query, T> ask) {
        try (var bar = new Bar(task)) {
            bar.begin(queries.size());
            return queries.stream()
                    .map(query -> {
                        T answer = ask.apply(query);
                        bar.step();
                        return answer;
                    })
                    .toList();
        }
    }
}
