package dev.yiwen.channel.wechat.rendering;

import dev.yiwen.brand.Brands;
import dev.yiwen.channel.wechat.quota.Utf8Text;
import dev.yiwen.channel.wechat.quota.WaitingBubble.Voice;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.PlainText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Text without marks; the word that a machine speaks stands in the text itself, so that it is still there when the text is copied;
 * what could be tapped elsewhere is a numbered list, for a typed number allows five messages in 48 h and a tap on a menu three in a
 * minute.
 */
@Singleton
public final class MessageRendering {
    /** Begins the codes of notices that staff read and customers do not. */
    public static final String FOR_STAFF = "wechat-staff-";

    /** The customer goes on in another conversation, and notices nothing of it. */
    private static final String JOINED = "joined";

    private static final int MOST_OPTIONS = 9;

    private final Supplier<String> label;
    private final Messages messages;

    @Inject
    MessageRendering(Brands brands, Messages messages) {
        this(() -> brands.shown().chinese().label(), messages);
    }

    MessageRendering(Supplier<String> label, Messages messages) {
        this.label = label;
        this.messages = messages;
    }

    /** Empty for what does not go to the customer: their own words, and what only staff read. */
    public Optional<RenderedMessage> of(Message message) {
        return switch (message.author()) {
            case Author.Customer customer -> Optional.empty();
            case Author.Bot bot -> Optional.of(body(Voice.BOT, message.body(), true));
            case Author.Agent agent -> Optional.of(body(Voice.PERSON, message.body(), false));
            case Author.System system ->
                message.body() instanceof Body.Notice notice && isForStaff(notice.code())
                        ? Optional.empty()
                        : Optional.of(body(Voice.BOT, message.body(), false));
        };
    }

    private static boolean isForStaff(String code) {
        return code.startsWith(FOR_STAFF) || code.equals(JOINED);
    }

    private RenderedMessage body(Voice voice, Body body, boolean machine) {
        return switch (body) {
            case Body.Text text ->
                text.file() == null
                        ? rendered(voice, labelled(text.text(), machine), "", List.of())
                        : new RenderedMessage(voice, List.of(text.text()), List.of(), text.file());
            case Body.Answer answer ->
                rendered(
                        voice,
                        labelled(PlainText.of(answer.text()), machine),
                        "wechat.options.related",
                        answer.related());
            case Body.Clarify clarify ->
                rendered(voice, labelled(clarify.text(), machine), "wechat.options.choose", clarify.options());
            case Body.SmallTalk talk ->
                rendered(voice, labelled(talk.text(), machine), "wechat.options.related", talk.options());
            case Body.Notice notice -> rendered(voice, notice.text(), "", List.of());
        };
    }

    private RenderedMessage rendered(Voice voice, String text, String before, List<String> options) {
        var listed = options.stream().limit(MOST_OPTIONS).toList();
        var whole = new StringBuilder(text);
        if (!listed.isEmpty()) {
            whole.append("\n\n").append(messages.text(before));
            for (int i = 0; i < listed.size(); i++) {
                whole.append('\n')
                        .append(messages.text(
                                "wechat.option", Map.of("number", Integer.toString(i + 1), "text", listed.get(i))));
            }
        }
        return new RenderedMessage(voice, Utf8Text.pieces(whole.toString()), listed, null);
    }

    private String labelled(String text, boolean machine) {
        return machine ? messages.text("wechat.label", Map.of("label", label.get(), "text", text)) : text;
    }
}
