package dev.yiwen.channel.wechat.subscribe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as administrators see it.
 *
 * @param consents messages that customers have consented to and that were not sent yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateView(
        UUID id, String templateId, String name, @Nullable String page, List<TemplateField> fields, long consents) {
    TemplateView {
        fields = List.copyOf(fields);
    }
}
