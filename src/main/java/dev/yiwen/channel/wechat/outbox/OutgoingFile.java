package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.conversation.Attachment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files WeChat takes from us (developers.weixin.qq.com, New_temporary_materials; developer.work.weixin.qq.com, path 96484):
 * pictures up to 10 MB everywhere, documents up to 20 MB in WeCom alone. A picture of another kind, or a larger one, goes as the
 * smaller JPEG that pages show.
 */
final class OutgoingFile {
    static final int LARGEST_PICTURE = 10 * 1024 * 1024;
    static final int LARGEST_DOCUMENT = 20 * 1024 * 1024;
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

    private OutgoingFile() {}

    static MessageForm form(WeChatKind kind, @Nullable Attachment file) {
        if (file == null) {
            return MessageForm.TEXT;
        }
        return file.mediaType().startsWith("image/") ? MessageForm.IMAGE : MessageForm.FILE;
    }

    /** Why it cannot go, a word that the doctor knows; null when it can. */
    static @Nullable String refusal(WeChatKind kind, @Nullable Attachment file) {
        return switch (form(kind, file)) {
            case FILE -> {
                if (!kind.ofWeCom()) {
                    yield "file-kind";
                }
                yield file != null && file.size() > LARGEST_DOCUMENT ? "file-size" : null;
            }
            case TEXT, IMAGE, MENU, REMINDER -> null;
        };
    }

    /** Whether a picture goes as it is. */
    static boolean asItIs(String mediaType, long size) {
        return PICTURES.contains(mediaType) && size <= LARGEST_PICTURE;
    }
}
