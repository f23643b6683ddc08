package dev.yiwen.handoff.wrapup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What one side said, in clauses: a sentence on the telephone holds what was done, what was promised and a courtesy. */
final class SpokenClauses {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 80;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?；;\\n])|(?<=[~～])");
    private static final Pattern COMMA = Pattern.compile("[，,、]\\s*|(?<=\\p{IsHan})\\s{1,4}(?=\\p{IsHan})");
    private static final Pattern QUESTION = Pattern.compile("[?？]\\s*$|(?:吗|呢|么|是不是|对吧|好吧)[。!！\\s]*$|请问|几点|多少号|什么时候");
    private static final Pattern FILLER = Pattern.compile(
            "^(?:(?:好的?|嗯+|哦+|那么?|然后|这边|这样|您好|你好|亲爱?的?|是这样的?|没问题|明白|了解|可以的?|行|对|是的|麻烦|就是|呃|啊|这个|您放心|请放心|请您放心|放心"
                    + "|先生|女士|[\\p{IsHan}]{1,2}(?:先生|女士|阿姨|大爷|老师))(?:[，,、。！!~～\\s]+|$))+");
    private static final Pattern END = Pattern.compile("[。！!；;，,~～\\s]+$");

    private SpokenClauses() {}

    /**
     * @param sentence number of its sentence in the text, from 0
     * @param asks whether its sentence is a question
     */
    record Clause(String text, int sentence, boolean asks) {}

    static List<Clause> of(String text) {
        var clauses = new ArrayList<Clause>();
        int number = 0;
        for (String sentence : SENTENCE_END.split(text.length() <= 2000 ? text : text.substring(0, 2000))) {
            boolean asks = QUESTION.matcher(sentence).find();
            for (String part : COMMA.split(sentence)) {
                var plain = plain(part);
                if (plain.length() >= SHORTEST) {
                    clauses.add(new Clause(plain, number, asks));
                }
            }
            number++;
        }
        return List.copyOf(clauses);
    }

    /** Without what opens and ends a spoken clause. */
    private static String plain(String clause) {
        var text = END.matcher(FILLER.matcher(clause.strip()).replaceFirst("")).replaceFirst("");
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
