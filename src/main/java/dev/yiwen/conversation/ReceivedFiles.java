package dev.yiwen.conversation;

import dev.yiwen.conversation.store.MessageText;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FilePlace;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.Files;
import dev.yiwen.file.PictureText;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes what a message says of the file that it carries. */
@Singleton
final class ReceivedFiles {
    private static final String BROWSERS_VOICE = "audio/webm";

    private final Files files;
    private final PictureText pictures;
    private final Instance<VoiceWords> voices;
    private final Messages messages;

    ReceivedFiles(Files files, PictureText pictures, Instance<VoiceWords> voices, Messages messages) {
        this.files = files;
        this.pictures = pictures;
        this.voices = voices;
        this.messages = messages;
    }

    /** A browser's voice is what Chromium records, the hardest to take. */
    List<String> reads() {
        return Stream.of(
                        pictures.reads() ? "picture" : "",
                        voices.stream().anyMatch(it -> it.hears(BROWSERS_VOICE)) ? "voice" : "")
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Stored, and read where that can be done. Fails as {@link Files#store} does. */
    Uni<Body> ofCustomer(ConversationId id, FileMessages.Sent sent) {
        return stored(id, sent)
                .chain(file -> words(file, sent)
                        .map(found -> found.filter(it -> !it.isBlank())
                                .map(file::saying)
                                .orElse(file)))
                .map(this::body);
    }

    private Uni<Optional<String>> words(Attachment file, FileMessages.Sent sent) {
        if (file.picture()) {
            return pictures.of(file.mediaType(), sent.content());
        }
        if (!file.sound()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var known =
                Optional.ofNullable(sent.words()).filter(it -> !it.isBlank()).map(String::strip);
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : voices.stream()
                        .findFirst()
                        .map(it -> it.of(file.mediaType(), sent.content()))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Stored alone. */
    Uni<Body> ofStaff(ConversationId id, FileMessages.Sent sent) {
        return stored(id, sent).map(this::body);
    }

    Uni<Files.Opened> open(ConversationId id, FileId file, FileSize size) {
        return switch (size) {
            case ORIGINAL -> files.open(FilePlace.conversation(id.value()), file);
            case PREVIEW -> files.preview(FilePlace.conversation(id.value()), file);
        };
    }

    private Uni<Attachment> stored(ConversationId id, FileMessages.Sent sent) {
        return Uni.createFrom()
                .item(() -> MessageText.clientId(sent.as()))
                .chain(as -> files.store(FilePlace.conversation(id.value()), as, sent.name(), sent.content()))
                .map(file -> Attachment.of(file, sent.seconds()));
    }

    private Body body(Attachment file) {
        return new Body.Text(words(file), file);
    }

    /** What a channel without pictures shows, and what a search finds; of a voice that was recognised, what was said. */
    private String words(Attachment file) {
        var said = file.words();
        if (file.sound() && said != null) {
            return MessageText.clean(said);
        }
        if (file.seconds() != null) {
            return messages.text("conversation.file.voice", Map.of("seconds", Integer.toString(file.seconds())));
        }
        return messages.text(
                file.picture() ? "conversation.file.picture" : "conversation.file.document",
                Map.of("name", file.name()));
    }
}
