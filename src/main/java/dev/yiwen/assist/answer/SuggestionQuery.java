package dev.yiwen.assist.answer;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.privacy.Masked;
import dev.yiwen.reading.PictureRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What to search for when a customer has spoken.
 *
 * @param seq number of the message
 * @param alone the message by itself
 * @param inContext the same after the turns that it leans on; empty when it stands alone
 */
public record SuggestionQuery(long seq, String alone, Optional<String> inContext) {
    private static final int SHORT = 10;
    private static final int EARLIER_TURNS = 2;
    private static final int QUESTIONS = 5;
    private static final int LONGEST = 200;
    private static final Pattern LEANS = Pattern.compile("^(那|这|它|还|刚才|刚刚|上面|前面|然后|另外一个).*");
    private static final Pattern MARKS = Pattern.compile("\\[[^\\]]{0,20}]|[^\\p{L}\\p{N}]+");
    /** What says whose number or name it is: answers to the agent's question, none of the customer's own. */
    private static final Pattern INTRODUCES =
            Pattern.compile("姓名|名字|本人|身份证|证件|手机|电话|联系|宽带|账号|帐号|卡号|号码|地址|登记|住在|办的|这个|我|的|叫|是|号|住|在");

    private static final Fillers FILLERS = Fillers.load();

    /** The cue of the last customer message, {@code transcript} oldest first; empty when it says nothing to go by. */
    public static Optional<SuggestionQuery> ofLast(List<Message> transcript) {
        var said = byCustomer(transcript);
        return said.isEmpty() || isContentFree(said.getLast()) ? Optional.empty() : Optional.of(of(said));
    }

    /** The cues of the last customer messages that say something, latest first: one of them states the problem. */
    public static List<SuggestionQuery> ofQuestions(List<Message> transcript) {
        var said =
                byCustomer(transcript).stream().filter(it -> !isContentFree(it)).toList();
        return IntStream.iterate(said.size(), it -> it > Math.max(0, said.size() - QUESTIONS), it -> it - 1)
                .mapToObj(it -> of(said.subList(0, it)))
                .toList();
    }

    private static SuggestionQuery of(List<Message> said) {
        var last = said.getLast();
        var alone = text(last);
        if (bare(alone).codePointCount(0, bare(alone).length()) > SHORT
                && !LEANS.matcher(alone).matches()) {
            return new SuggestionQuery(last.seq(), alone, Optional.empty());
        }
        var earlier = said.subList(0, said.size() - 1).stream()
                .filter(it -> !isContentFree(it))
                .map(SuggestionQuery::text)
                .toList();
        if (earlier.isEmpty()) {
            return new SuggestionQuery(last.seq(), alone, Optional.empty());
        }
        var leaned = earlier.subList(Math.max(0, earlier.size() - EARLIER_TURNS), earlier.size());
        return new SuggestionQuery(last.seq(), alone, Optional.of(String.join("，", leaned) + "，" + alone));
    }

    private static List<Message> byCustomer(List<Message> transcript) {
        return transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .toList();
    }

    private static boolean isContentFree(Message message) {
        return saysNothing(words(message));
    }

    /** Whether words ask nothing and tell nothing: fillers, courtesies, numbers and names. */
    public static boolean saysNothing(String text) {
        var masked = Masked.text(text);
        var rest = masked.equals(text)
                ? text
                : INTRODUCES.matcher(MARKS.matcher(masked).replaceAll("")).replaceAll("");
        return FILLERS.makeUp(bare(rest));
    }

    /** Only letters and digits: what masking put in place of a number or name says nothing either. */
    private static String bare(String text) {
        return MARKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Of a picture what is telling of its text. */
    private static String words(Message message) {
        return message.body()
                .shown()
                .map(PictureRows::telling)
                .orElseGet(() -> message.body().text());
    }

    private static String text(Message message) {
        var text = words(message).strip();
        var characters = text.codePointCount(0, text.length());
        return characters <= LONGEST ? text : text.substring(text.offsetByCodePoints(0, characters - LONGEST));
    }
}
