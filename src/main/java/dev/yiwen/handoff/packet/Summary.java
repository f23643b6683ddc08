package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a customer wants, in their own sentences: the first and the last that say something, and what they said since. */
public final class Summary {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 80;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?；;\\n])");

    /** Greetings, thanks, calls for a human: nothing about the case. */
    private static final Pattern EMPTY_TALK = Pattern.compile(
            "(?:您好|你好|hello|hi|在吗|在不在|有人吗|喂|嗯+|哦+|好的?|行|可以|是的?|对的?|谢谢|多谢|感谢|再见|请问|麻烦|我要|我想|给我|帮我|快|赶紧|马上"
                    + "|转接?|找|接|人工|客服|真人|服务|投诉|你们|你|一下|了|吧|啊|呢|吗|的|！|!|。|，|,|？|\\?|…|~|\\s)+",
            Pattern.CASE_INSENSITIVE);

    private Summary() {}

    /** Says what is wrong or wanted, not where or who. */
    private static final Pattern PROBLEM = Pattern.compile(
            "不|没|无法|坏|断|错|扣|退|投诉|慢|卡|红灯|打不开|要求|希望|想|需要|还是|仍|又|重复|赔|换|取消|改|开通|办理|查|为什么|怎么|多少|吗",
            Pattern.CASE_INSENSITIVE);

    /** One line when everything was said in one sentence, none when nothing was. */
    static List<String> of(List<Message> transcript) {
        var before = sentences(texts(transcript)).toList();
        // On the telephone the agent speaks first.
        var sentences = before.isEmpty() ? firstToAgent(transcript) : before;
        if (sentences.size() <= 1) {
            return sentences;
        }
        return List.of(sentences.getFirst(), sentences.getLast()).stream()
                .distinct()
                .toList();
    }

    /** As {@link #of(List)}; whoever was in danger, the words that said so stand first. */
    public static List<String> of(List<Message> transcript, Optional<HandoffReason> reason) {
        var lines = of(transcript);
        var danger = reason.filter(it -> it.code() == HandoffReason.Code.URGENT)
                .flatMap(it -> it.evidence().stream().findFirst())
                .map(it -> shorten(it.words()));
        return Stream.concat(
                        danger.filter(words -> lines.stream().noneMatch(it -> it.contains(words))).stream(),
                        lines.stream())
                .toList();
    }

    private static List<String> firstToAgent(List<Message> transcript) {
        var all = sentences(toAgent(transcript)).toList();
        return all.stream()
                .filter(it -> PROBLEM.matcher(it).find())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    /** The last sentence to the agent that says something of the problem, unless it stands in the summary. */
    static Optional<String> latest(List<Message> transcript) {
        var known = of(transcript);
        return sentences(toAgent(transcript))
                .filter(it -> PROBLEM.matcher(it).find() && !known.contains(it))
                .reduce((before, after) -> after);
    }

    /** The problem in one sentence, for the title of a ticket. */
    public static String problem(List<Message> transcript) {
        var lines = of(transcript);
        return lines.stream()
                .filter(it -> PROBLEM.matcher(it).find())
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("");
    }

    /** The first informative sentence, else the first words at all. */
    static String firstLine(Stream<String> said) {
        var texts = said.toList();
        return sentences(texts.stream())
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .map(Summary::shorten)
                .orElse("");
    }

    private static Stream<String> sentences(Stream<String> texts) {
        return texts.flatMap(SENTENCE_END::splitAsStream)
                .map(String::strip)
                .filter(it -> it.length() >= SHORTEST && !isEmptyTalk(it))
                .map(Summary::shorten);
    }

    /** Whoever talks that long says something; it also bounds how deep the pattern goes. */
    private static boolean isEmptyTalk(String sentence) {
        return sentence.length() <= LONGEST && EMPTY_TALK.matcher(sentence).matches();
    }

    private static Stream<String> texts(List<Message> transcript) {
        return transcript.stream()
                // What is said to the agent the agent knows.
                .takeWhile(it -> !(it.author() instanceof Author.Agent))
                .filter(it -> it.author() instanceof Author.Customer)
                .map(it -> it.body().text());
    }

    private static Stream<String> toAgent(List<Message> transcript) {
        return transcript.stream()
                .dropWhile(it -> !(it.author() instanceof Author.Agent))
                .filter(it -> it.author() instanceof Author.Customer)
                .map(it -> it.body().text());
    }

    private static String shorten(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
