package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.shared.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as sockets and pages carry it.
 *
 * @param english the same words in English, of what the service itself says
 * @param via the channel where it was said when that is not the one in which the conversation was opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        long seq,
        AuthorView author,
        Body body,
        @Nullable English english,
        @Nullable String clientMessageId,
        Instant at,
        @Nullable Channel via) {

    /** @param options what can be tapped, in the order of the body's; questions of articles stay Chinese */
    public record English(String text, List<String> options) {
        public English {
            options = List.copyOf(options);
        }

        private static Optional<English> of(Body body) {
            return switch (body) {
                case Body.Text text -> Optional.empty();
                case Body.Answer answer -> Optional.empty();
                case Body.Clarify clarify -> of(clarify.text(), clarify.options());
                case Body.SmallTalk smallTalk -> of(smallTalk.text(), smallTalk.options());
                case Body.Notice notice -> of(notice.text(), List.of());
            };
        }

        private static Optional<English> of(String text, List<String> options) {
            return Translation.english(text)
                    .map(english -> new English(
                            english,
                            options.stream()
                                    .map(it -> Translation.english(it).orElse(it))
                                    .toList()));
        }
    }

    /** As it is shown in that channel: {@code via} stands where it was said in another. */
    public static MessageView in(Channel shown, Channel opened, Message message) {
        var said = message.via() == null ? opened : message.via();
        var via = message.author() instanceof Author.Customer && said != shown ? said : null;
        return new MessageView(
                message.seq(),
                AuthorView.of(message.author()),
                message.body(),
                English.of(message.body()).orElse(null),
                message.clientMessageId(),
                message.at(),
                via);
    }

    public static MessageView of(Message message) {
        return new MessageView(
                message.seq(),
                AuthorView.of(message.author()),
                message.body(),
                English.of(message.body()).orElse(null),
                message.clientMessageId(),
                message.at(),
                message.via());
    }
}
