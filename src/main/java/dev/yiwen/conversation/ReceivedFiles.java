package dev.yiwen.conversation;

import dev.yiwen.conversation.store.MessageText;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FilePlace;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.Files;
import dev.yiwen.file.PictureText;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Makes what a message says of the file that it carries. */
@Singleton
final class ReceivedFiles {
    private final Files files;
    private final PictureText pictures;
    private final Messages messages;

    ReceivedFiles(Files files, PictureText pictures, Messages messages) {
        this.files = files;
        this.pictures = pictures;
        this.messages = messages;
    }

    List<String> reads() {
        return pictures.reads() ? List.of("picture") : List.of();
    }

    /** Stored, and read where that can be done. Fails as {@link Files#store} does. */
    Uni<Body> ofCustomer(ConversationId id, FileMessages.Sent sent) {
        return stored(id, sent).chain(file -> file.picture()
                ? pictures.of(file.mediaType(), sent.content())
                        .map(words -> words.map(file::saying).orElse(file))
                        .map(this::body)
                : Uni.createFrom().item(body(file)));
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

    /** What a channel without pictures shows, and what a search finds. */
    private String words(Attachment file) {
        if (file.seconds() != null) {
            return messages.text("conversation.file.voice", Map.of("seconds", Integer.toString(file.seconds())));
        }
        return messages.text(
                file.picture() ? "conversation.file.picture" : "conversation.file.document",
                Map.of("name", file.name()));
    }
}
