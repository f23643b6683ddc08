package dev.yiwen.assist.procedure;

import dev.yiwen.knowledge.Procedure.Speaker;
import java.util.regex.Pattern;

/**
 * How words are meant.
 *
 * @param denied an odd number of negations stands with them
 * @param asked they are a question
 * @param open they are an "if", a plan or, of a customer, a wish or a request: not done
 */
record Meant(boolean denied, boolean asked, boolean open) {
    /** Characters before the words that may still deny them. */
    private static final int DENIES = 4;

    private static final int BEFORE = 8;
    private static final int BEHIND = 6;

    /** What looks like a negation and is none. */
    private static final Pattern HARMLESS = Pattern.compile("不好意思|不客气|差不多|没问题|没关系|不但|不仅|对不起|没错|不错");
    /** What does not work, said before what was done about it. */
    private static final Pattern TROUBLE =
            Pattern.compile("不好用?|不行|不通|不亮|不稳定?|上不了网?|上不去|打不开|没网络?|没信号|没反应|没用|没声音|不能用|用不了");

    private static final Pattern TURN = Pattern.compile("但是|但|可是|不过|然后|所以|而且|因为|结果|后来");
    private static final Pattern NO = Pattern.compile("没有?|未|不|别|甭|无法");
    private static final Pattern NO_BEHIND = Pattern.compile("^(不[了成上到动来下掉通]|(还|都|也|一直|暂时|根本)?(没|未)|失败)");
    /** Says nothing of whether it was done. */
    private static final Pattern BETWEEN = Pattern.compile("[给为帮][您你我]|这边|那边|现在|马上|[您你我去再把]");

    private static final Pattern ASKS = Pattern.compile("吗|什么|哪|几[点个天号月]|多少|怎么|怎样|如何|谁|啥");
    private static final Pattern ASKS_BEHIND =
            Pattern.compile("吗|^.{0,3}(?<![怎什那这多要])么|^.{0,2}(没有?|不)$|^.{0,2}(什么|多少|哪|谁|啥|几)");
    /** How an agent makes sure; that asks for nothing. */
    private static final Pattern TAG = Pattern.compile("(您看|你看)?(可以|好|行|对|是)(吗|吧|不)\\??");

    private static final Pattern LATER = Pattern.compile("如果|要是|假如|万一|的话|等会|待会|等下|一会|回头|打算|准备");
    private static final Pattern WISHED = Pattern.compile("想|需要|应该|(?<![主重必])要(?![求紧])|能|可以|请(?!问)|麻烦|帮我|帮忙|替我");
    private static final Pattern OPEN_BEHIND = Pattern.compile("^.{0,3}(的话|试试|再说)");

    /** Of a clause as a whole. */
    static Meant of(Clause clause, Speaker by) {
        return around(clause, 0, clause.text().length(), by);
    }

    /** Of what stands there in a clause. */
    static Meant around(Clause clause, int from, int to, Speaker by) {
        var text = clause.text();
        var words = HARMLESS.matcher(text.substring(from, to)).replaceAll("");
        var near = before(text.substring(Math.max(0, from - BEFORE), from));
        var behind = text.substring(to, Math.min(text.length(), to + BEHIND));
        var tagged = by == Speaker.AGENT && TAG.matcher(behind).find();
        var close = BETWEEN.matcher(near).replaceAll("");
        var stated = withoutEitherWay(close.substring(Math.max(0, close.length() - DENIES)) + words);
        var negations = NO.matcher(stated.text()).results().count()
                + (NO_BEHIND.matcher(behind).find() ? 1 : 0);
        var asked = stated.asked()
                || ASKS.matcher(near + words).find()
                || !tagged && ASKS_BEHIND.matcher(behind).find()
                || !tagged && clause.asked() && to + BEHIND >= text.length();
        var open = LATER.matcher(near + words).find()
                || by != Speaker.AGENT
                        && (WISHED.matcher(near + words).find()
                                || OPEN_BEHIND.matcher(behind).find());
        return new Meant(negations % 2 == 1, asked, open);
    }

    /** Whether words that are meant so prove what is meant as in an example. */
    boolean fits(Meant example) {
        return denied == example.denied && (!asked || example.asked) && (!open || example.open);
    }

    /** Whatever else it is: denied, or not. */
    Meant told() {
        return new Meant(denied, true, true);
    }

    private record Stated(String text, boolean asked) {}

    /** 有没有 asks and denies nothing. */
    private static Stated withoutEitherWay(String text) {
        var left = new StringBuilder();
        var asked = false;
        for (var i = 0; i < text.length(); i++) {
            var verb = text.charAt(i);
            if (i + 2 < text.length() && isNo(text.charAt(i + 1)) && text.charAt(i + 2) == verb) {
                asked = true;
                i += 2;
            } else {
                left.append(verb);
            }
        }
        return new Stated(left.toString(), asked);
    }

    private static boolean isNo(char sign) {
        return sign == '不' || sign == '没';
    }

    /** What may still say how the words are meant: after the last turn, without what does not work. */
    private static String before(String text) {
        var turns = TURN.matcher(text);
        var from = 0;
        while (turns.find()) {
            from = turns.end();
        }
        var since = TROUBLE.matcher(text.substring(from)).replaceAll("");
        return HARMLESS.matcher(since).replaceAll("");
    }
}
