package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the column of a variant is called: {@code 小程序答案}, {@code 会员2级起答案}, {@code 会员2级起电话口播答案}. */
public final class VariantHeader {
    private static final Map<String, AnswerChannel> CHANNELS = Map.of(
            "", AnswerChannel.ANY,
            "网页聊天", AnswerChannel.CHAT,
            "小程序", AnswerChannel.MINI_PROGRAM,
            "电话口播", AnswerChannel.SPOKEN,
            "口播", AnswerChannel.SPOKEN,
            "电话", AnswerChannel.SPOKEN,
            "微信", AnswerChannel.WECHAT);
    private static final Map<AnswerChannel, String> NAMES = Map.of(
            AnswerChannel.ANY, "",
            AnswerChannel.CHAT, "网页聊天",
            AnswerChannel.MINI_PROGRAM, "小程序",
            AnswerChannel.SPOKEN, "电话口播",
            AnswerChannel.WECHAT, "微信");
    private static final Pattern NAME = Pattern.compile("(?:会员([1-9])级起?)?(网页聊天|小程序|电话口播|口播|电话|微信)?答案");

    private VariantHeader() {}

    public static String of(AnswerVariant.Key key) {
        var tier = key.minTier() == 0 ? "" : "会员" + key.minTier() + "级起";
        return tier + NAMES.getOrDefault(key.channel(), "") + "答案";
    }

    /** For whom a column of that name is; empty for any other column, the answer's own among them. */
    static Optional<AnswerVariant.Key> key(String header) {
        var name = NAME.matcher(ArticleField.comparable(header));
        if (!name.matches() || (name.group(1) == null && name.group(2) == null)) {
            return Optional.empty();
        }
        var channel = name.group(2) == null ? "" : name.group(2);
        return Optional.of(new AnswerVariant.Key(
                CHANNELS.getOrDefault(channel, AnswerChannel.ANY),
                name.group(1) == null ? 0 : Integer.parseInt(name.group(1))));
    }
}
