package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.token.AuthorisedCalls;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.FileMessages;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.Files;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Gives WeChat the files that messages name: it keeps them for three days. */
@Singleton
final class FileUploads {
    private final FileMessages files;
    private final AuthorisedCalls platform;

    FileUploads(FileMessages files, AuthorisedCalls platform) {
        this.files = files;
        this.platform = platform;
    }

    /** What came of it. Nothing reaches the customer by it, so it can be done again. */
    sealed interface Upload {
        record Known(String mediaId) implements Upload {}

        record Failed(CallOutcome why) implements Upload {}

        /** @param word that the doctor knows */
        record Impossible(String word) implements Upload {}
    }

    Uni<Upload> of(WeChatAccount account, OutboxClaim claim) {
        var conversation = claim.conversation();
        var file = claim.file();
        if (conversation == null || file == null) {
            return Uni.createFrom().item(new Upload.Impossible("file-gone"));
        }
        return content(conversation, file, claim.form())
                .chain(opened -> tooLarge(opened, claim.form())
                        ? Uni.createFrom().<Upload>item(new Upload.Impossible("file-size"))
                        : upload(account, opened, claim.form()))
                .onFailure(Problem.class)
                .recoverWithItem(e -> impossible((Problem) e));
    }

    private Uni<Files.Opened> content(ConversationId conversation, FileId file, MessageForm form) {
        return files.open(conversation, file, FileSize.ORIGINAL)
                .chain(opened -> form != MessageForm.IMAGE
                                || OutgoingFile.asItIs(opened.file().mediaType(), opened.content().length)
                        ? Uni.createFrom().item(opened)
                        : files.open(conversation, file, FileSize.PREVIEW));
    }

    private Uni<Upload> upload(WeChatAccount account, Files.Opened opened, MessageForm form) {
        var kind = form == MessageForm.IMAGE ? "image" : "file";
        return platform.upload(
                        account, kind, opened.file().name(), opened.file().mediaType(), opened.content())
                .map(outcome -> switch (outcome) {
                    case CallOutcome.Done done ->
                        new Upload.Known(done.answer().path("media_id").asText(""));
                    case CallOutcome.Refused refused -> new Upload.Failed(refused);
                    case CallOutcome.NotSent it -> new Upload.Failed(it);
                    case CallOutcome.Unknown it -> new Upload.Failed(new CallOutcome.NotSent(it.why()));
                });
    }

    private static boolean tooLarge(Files.Opened opened, MessageForm form) {
        return opened.content().length
                > (form == MessageForm.IMAGE ? OutgoingFile.LARGEST_PICTURE : OutgoingFile.LARGEST_DOCUMENT);
    }

    private static Upload impossible(Problem problem) {
        return switch (problem.kind()) {
            case NOT_FOUND -> new Upload.Impossible("file-gone");
            case NO_PREVIEW -> new Upload.Impossible("file-kind");
            default -> new Upload.Failed(new CallOutcome.NotSent(problem.kind().slug()));
        };
    }
}
