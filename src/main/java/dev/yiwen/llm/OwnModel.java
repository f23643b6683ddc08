package dev.yiwen.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The chat model that who builds the application has added to it as a bean; it takes the place of the one by settings. */
@Singleton
final class OwnModel {
    private final Instance<StreamingChatModel> streaming;
    private final Instance<ChatModel> whole;

    OwnModel(Instance<StreamingChatModel> streaming, Instance<ChatModel> whole) {
        this.streaming = streaming;
        this.whole = whole;
    }

    @Nullable StreamingChatModel get() {
        if (streaming.isResolvable()) {
            return streaming.get();
        }
        return whole.isResolvable() ? streamed(whole.get()) : null;
    }

    /** Its reply comes in one part. */
    private static StreamingChatModel streamed(ChatModel model) {
        return new StreamingChatModel() {
            @Override
            public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
                var response = model.chat(request);
                var text = response.aiMessage().text();
                if (text != null) {
                    handler.onPartialResponse(text);
                }
                handler.onCompleteResponse(response);
            }
        };
    }
}
