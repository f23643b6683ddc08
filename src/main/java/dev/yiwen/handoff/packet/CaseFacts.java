package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.FactReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer has said of their case, message by message; what they take back is gone. */
public final class CaseFacts {
    /** 打错了，是139… */
    private static final Pattern CORRECTS =
            Pattern.compile("^.{0,8}?(?:[打写说发报弄记]错|更正|纠正|不对[，,。！]|应该是|改一下)", Pattern.CASE_INSENSITIVE);

    private static final List<String> WHERE_TO_CALL = List.of("callback", "phone", "landline");

    private CaseFacts() {}

    public record Said(Reading reading, Message message) {}

    /** In the order in which it was said. */
    public static List<Said> in(List<Message> transcript) {
        var said = new ArrayList<Said>();
        for (Message message : transcript) {
            if (message.author() instanceof Author.Customer) {
                var text = message.body().text();
                var readings = FactReader.in(text);
                if (CORRECTS.matcher(text).find()) {
                    readings.forEach(it -> takeBack(it.key(), said));
                }
                readings.forEach(it -> said.add(new Said(it, message)));
            }
        }
        return List.copyOf(said);
    }

    private static void takeBack(String key, List<Said> said) {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).reading().key().equals(key)) {
                said.remove(i);
                return;
            }
        }
    }

    /**
     * Where the customer can be called: where they asked to be, else the number that they spoke of last as theirs, else the one
     * that they call from.
     */
    public static Optional<String> numberToCall(List<Message> transcript, @Nullable String calling) {
        var said = in(transcript);
        return WHERE_TO_CALL.stream()
                .flatMap(key ->
                        said.reversed().stream().filter(it -> it.reading().key().equals(key)))
                .map(it -> it.reading().value())
                .findFirst()
                .or(() -> Optional.ofNullable(calling));
    }
}
