package dev.yiwen.channel.wechat.subscribe;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types of a template that WeChat has granted.
 *
 * @param page of the mini-program, with its parameters
 */
record TemplateForm(
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{10,64}") String templateId,
        @NotBlank @Size(max = 60) String name,

        @Nullable @Pattern(regexp = "[A-Za-z0-9_/?=&%.-]{0,200}") String page,

        @NotEmpty @Size(max = 10) List<@NotNull @Valid TemplateField> fields) {
    TemplateForm {
        fields = List.copyOf(fields);
    }
}
