package dev.yiwen.llm;

import java.util.UUID;

/**
 * What the model is asked.
 *
 * @param conversation whose budget it is written on
 * @param system rules and knowledge, without personal data
 * @param user what a person wrote; only ever sent redacted
 * @param tools that it may use while it writes
 */
public record Prompt(UUID conversation, String system, Redaction user, Toolbox tools) {
    public Prompt(UUID conversation, String system, Redaction user) {
        this(conversation, system, user, Toolbox.NONE);
    }

    int tokens() {
        return TokenCount.of(system) + TokenCount.of(user.text());
    }
}
