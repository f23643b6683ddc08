package dev.yiwen.answer.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a message apart into questions, when it holds more than one. */
final class Clauses {
    private static final Pattern SENTENCE_END = Pattern.compile("[?。!;\\n]+");
    private static final Pattern CLAUSE_END = Pattern.compile("[?。!;,、\\s]+");
    /** Shorter ones say too little to be a question of their own. */
    private static final int SHORTEST = 4;

    private static final int MOST = 3;

    private final TurnPatterns phrases;

    Clauses(TurnPatterns phrases) {
        this.phrases = phrases;
    }

    /** Two or three questions, or nothing. */
    List<Reading.Clause> questions(String plain) {
        var joint = phrases.joint().matcher(plain);
        var byJoint = new ArrayList<String>();
        int from = 0;
        while (joint.find()) {
            // A message may begin with 另外: that joins nothing.
            if (joint.start() > from
                    && TurnPatterns.words(plain.substring(from, joint.start())).length() >= SHORTEST) {
                byJoint.add(plain.substring(from, joint.start()));
                from = joint.end();
            }
        }
        byJoint.add(plain.substring(from));
        List<String> parts = byJoint.size() > 1 ? byJoint : List.of(SENTENCE_END.split(plain));
        List<String> questions = parts.stream()
                .map(String::strip)
                .filter(it -> TurnPatterns.words(phrases.bare(it)).length() >= SHORTEST)
                .filter(it -> phrases.asks(it) || byJoint.size() > 1 && phrases.requests(it))
                .toList();
        return questions.size() < 2 || questions.size() > MOST ? List.of() : complete(questions);
    }

    /** Cut at every mark. */
    static List<String> cut(String plain) {
        return List.of(CLAUSE_END.split(plain)).stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** A later question may lack the subject of the first: 副卡怎么办，要多少钱. */
    private List<Reading.Clause> complete(List<String> questions) {
        String subject = phrases.parts(questions.getFirst()).subject();
        var clauses = new ArrayList<Reading.Clause>();
        for (String question : questions) {
            String complete = Excerpts.head(subject + " " + phrases.bare(question));
            boolean own =
                    clauses.isEmpty() || !phrases.parts(question).subject().isEmpty();
            clauses.add(
                    own
                            ? new Reading.Clause(question, clauses.isEmpty() ? Optional.empty() : Optional.of(complete))
                            : new Reading.Clause(complete, Optional.empty()));
        }
        return List.copyOf(clauses);
    }
}
