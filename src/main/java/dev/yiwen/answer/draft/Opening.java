package dev.yiwen.answer.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The beginning of a curated answer for the question that was asked. An answer begins with what fits the question in its title;
 * whoever asked how, where, how much or how long with other words neither asked whether, nor wants to read to the fourth
 * paragraph. Only the article's own words are used.
 */
public final class Opening {
    /** From how many characters an answer is long. */
    private static final int LONG = 140;

    private static final int LONGEST_LEAD = 70;
    /** The share of a question's pairs of letters that the sentence must have, without those of the title. */
    private static final double ABOUT = 0.3;

    private static final Pattern WHETHER = Pattern.compile(
            "吗|(?<![什怎这那多要])么(?:$|[？?。！!~])|能不能|可不可以|可以不|能否|可否|是否|是不是|会不会|要不要|用不用|需不需|有没有|行不行|对不对|好不好|算不算|还是|能.{1,12}[吧不没](?:$|[？?])|(?:没有|不)(?:$|[？?])");
    private static final Pattern OPEN = Pattern.compile("怎么|怎样|如何|咋|啥|什么|哪|几|多少|多久|多长|多大|多贵|为何|谁|步骤|流程|方法|办法");
    /** What leans on the sentence before it, or holds in one case only. */
    private static final Pattern LEANING = Pattern.compile("^(?:也|另|如|若|否则|同时|此外|其中|但|不过|因此|所以|还|再|其他|仍)|的，");
    /** 可以, at the head of an answer: said to whoever asked whether. */
    private static final Pattern YES =
            Pattern.compile("^(?:\\*\\*)?(?:可以的?|能的?|会的|是的|有的|行|支持)(?:\\*\\*)?[，,。！!]\\s*(?=\\S)");

    private static final Pattern TABLE = Pattern.compile("(?m)^\\s*\\|.*\\|\\s*$");

    /** What is asked for, and how a sentence looks that holds it. */
    private enum Wanted {
        AMOUNT("多少钱|几块|几元|多少元|什么价|价格|资费|收费标准|怎么收费|如何收费|怎么算钱|要花多少|扣多少|多贵", "\\d[\\d,.]*\\s*(?:元|块)"),
        TERM(
                "多久|多长时间|几天|几个工作日|几小时|什么时候|啥时候|何时|哪天|几号|几点|几月",
                "\\d\\s*(?:个)?(?:工作日|小时|分钟|天|个月|月|日|年|秒)|\\d{1,2}:\\d{2}|次日|当天|当日|次月|立即|马上|实时|即时|随时"),
        PLACE("在哪|去哪|到哪|哪里|哪儿|什么地方|哪个(?:营业厅|页面|菜单|入口)", "App|小程序|营业厅|官网|柜台|网点|设置|公众号");

        private final Pattern asked;
        private final Pattern told;

        Wanted(String asked, String told) {
            this.asked = Pattern.compile(asked);
            this.told = Pattern.compile(told);
        }

        static Optional<Wanted> in(String question) {
            var asked = List.of(values()).stream()
                    .filter(it -> it.asked.matcher(question).find())
                    .toList();
            // Of two questions in one none goes first.
            return asked.size() == 1 ? Optional.of(asked.getFirst()) : Optional.empty();
        }
    }

    private Opening() {}

    /** {@code answer} in Markdown, which answers {@code title}, for who asked {@code question}. */
    public static String of(String question, String title, String answer) {
        if (WHETHER.matcher(question).find() || !OPEN.matcher(question).find()) {
            return answer;
        }
        String text = YES.matcher(answer).replaceFirst("");
        // The editor chose how the answer to the title begins.
        return Plain.of(question).equals(Plain.of(title)) ? text : led(question, text);
    }

    private static String led(String question, String text) {
        return Wanted.in(question)
                .flatMap(wanted -> lead(wanted, question, text))
                .map(lead -> "**" + lead + "**\n\n" + text)
                .orElse(text);
    }

    private record Told(String sentence, double about) {}

    /** The sentence that says what is wanted, when the beginning does not. */
    private static Optional<String> lead(Wanted wanted, String question, String text) {
        var sentences = sentences(text);
        // In a table the amount stands beside what it is for, and only there.
        boolean table = wanted == Wanted.AMOUNT && TABLE.matcher(text).find();
        if (table
                || text.length() < LONG
                || sentences.isEmpty()
                || wanted.told.matcher(sentences.getFirst()).find()) {
            return Optional.empty();
        }
        Set<String> asked = Plain.pairs(Plain.of(wanted.asked.matcher(question).replaceAll("")));
        return sentences.stream()
                .skip(1)
                .filter(it ->
                        it.length() <= LONGEST_LEAD && wanted.told.matcher(it).find())
                .filter(it -> !LEANING.matcher(it).find())
                .map(it -> new Told(it, Plain.share(asked, Plain.pairs(Plain.of(it)))))
                .filter(it -> it.about() >= ABOUT)
                // Of two that say as much the first.
                .max(Comparator.comparingDouble(Told::about))
                .map(it -> it.sentence().replaceFirst("[；;：:，,]$", "。"));
    }

    /** Without the marks of a list and of bold; rows of tables and code are none. */
    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        for (String line : text.split("\n")) {
            String plain = line.replaceAll("^\\s*(?:[-*+>]|\\d{1,3}[.)])\\s+", "")
                    .replace("**", "")
                    .strip();
            if (!plain.startsWith("|") && !plain.startsWith("`") && !plain.startsWith("#")) {
                for (String sentence : plain.split("(?<=[。！？!?；;])")) {
                    if (!sentence.isBlank()) {
                        sentences.add(sentence.strip());
                    }
                }
            }
        }
        return sentences;
    }
}
