package dev.yiwen.answer.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a message apart into questions, when it holds more than one. */
final class Clauses {
    private static final Pattern SENTENCE_END = Pattern.compile("[?。!;\\n]+");
    /** A space stands for a comma between Chinese words. */
    private static final Pattern PAUSE = Pattern.compile("[?。!;,、\\n]+|(?<=[\\p{IsHan}])\\s+(?=[\\p{IsHan}\\d])");
    /** 1. 2、 3) before what is asked. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:^|(?<=[\\s,;。?!\\p{IsHan}]))[(]?[1-9][.、)](?=\\s*\\p{IsHan})\\s*");

    private static final Pattern CLAUSE_END = Pattern.compile("[?。!;,、\\s]+");
    private static final Pattern FOLLOWING =
            Pattern.compile("(?s)(.*\\p{L}.*?)([?。!,;\\s]+)(?:那|那么)?(\\p{L}{2,8})呢[?。!]*");
    /** The last clause, after whatever stands before it. */
    private static final Pattern PAUSE_AT_END = Pattern.compile("(?s)^(|.*[?。!,;\\s])[^?。!,;\\s]+$");

    private static final Pattern AT_END = Pattern.compile("[,、;\\s]+$");
    /** Shorter ones say too little to be a question of their own. */
    private static final int SHORTEST = 4;

    private static final int MOST = 4;

    private final TurnPatterns phrases;
    private final Coordinations coordinations;

    Clauses(TurnPatterns phrases) {
        this.phrases = phrases;
        this.coordinations = new Coordinations(phrases);
    }

    /** @param subject of which the first may ask, when it names none */
    Optional<Reading.Several> questions(String message, String subject) {
        String plain = whole(NUMBERED.matcher(message).replaceAll("\n").strip());
        List<String> marked = marked(plain);
        List<String> all = finer(marked.isEmpty() ? List.of(plain) : marked);
        if (all.size() > MOST) {
            all = marked;
        }
        return all.size() < 2
                ? Optional.empty()
                : Optional.of(new Reading.Several(complete(all, subject), plain, all.size() == marked.size()));
    }

    /** 液体呢 after 充电宝可以带吗: what is asked of the one is asked of the other; a deed is asked of the first one's subject. */
    private String whole(String plain) {
        var following = FOLLOWING.matcher(plain);
        if (!following.matches()) {
            return plain;
        }
        String before = following.group(1);
        String other = following.group(3);
        String last =
                before.substring(PAUSE_AT_END.matcher(before).replaceFirst("$1").length());
        boolean deed = !phrases.coordination().verb(other).isEmpty();
        Optional<String> predicate = phrases.coordination().predicate(last);
        if (!phrases.asks(last) || predicate.isEmpty() || deed) {
            return plain;
        }
        return before + following.group(2) + other + predicate.get();
    }

    /** Two to four that a full stop or a word like 另外 sets apart, or nothing. */
    private List<String> marked(String plain) {
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
                .map(it -> AT_END.matcher(it.strip()).replaceFirst(""))
                .filter(this::saysEnough)
                .map(phrases.coordination()::inNoOrder)
                .filter(it -> phrases.asks(it) || byJoint.size() > 1 && phrases.requests(it))
                .toList();
        return questions.size() < 2 || questions.size() > MOST ? List.of() : questions;
    }

    private boolean saysEnough(String text) {
        return TurnPatterns.words(phrases.bare(text)).length() >= SHORTEST;
    }

    /** Also where only a comma or an 和 stands between them. */
    private List<String> finer(List<String> parts) {
        var questions = new ArrayList<String>();
        for (String part : parts) {
            List<String> asked = byCommas(part);
            for (String each : asked) {
                List<String> coordinated = coordinations.in(each);
                questions.addAll(coordinated.isEmpty() ? List.of(each) : coordinated);
            }
        }
        return questions;
    }

    /** What asks nothing belongs to the question after it; of two deeds side by side that are bid each is one. */
    private List<String> byCommas(String part) {
        String[] clauses = PAUSE.split(part);
        var questions = new ArrayList<String>();
        var before = new StringBuilder();
        for (int i = 0; i < clauses.length; i++) {
            before.append(before.isEmpty() ? "" : ",").append(clauses[i].strip());
            if (phrases.asks(clauses[i]) && saysEnough(clauses[i]) || isBid(clauses, i)) {
                questions.add(before.toString());
                before.setLength(0);
            }
        }
        return questions.size() < 2
                ? List.of(part)
                : questions.stream().map(phrases.coordination()::inNoOrder).toList();
    }

    private boolean isBid(String[] clauses, int at) {
        return bids(clauses, at) && (bids(clauses, at - 1) || bids(clauses, at + 1));
    }

    private boolean bids(String[] clauses, int at) {
        return at >= 0 && at < clauses.length && phrases.coordination().bids(clauses[at]);
    }

    /** Cut at every mark. */
    static List<String> cut(String plain) {
        return List.of(CLAUSE_END.split(plain)).stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** A later question may lack the subject of the first: 副卡怎么办，要多少钱. */
    private List<Reading.Clause> complete(List<String> questions, String ofBefore) {
        String own = phrases.parts(questions.getFirst()).subject();
        String subject = own.isEmpty() ? ofBefore : own;
        var clauses = new ArrayList<Reading.Clause>();
        for (String question : questions) {
            boolean named = !phrases.isGeneric(phrases.parts(question).subject());
            String complete = Excerpts.head((subject + " " + phrases.bare(question)).strip());
            clauses.add(
                    named || subject.isEmpty()
                            ? new Reading.Clause(
                                    question,
                                    clauses.isEmpty() || subject.isEmpty() ? Optional.empty() : Optional.of(complete))
                            : new Reading.Clause(complete, Optional.empty()));
        }
        return List.copyOf(clauses);
    }
}
