package dev.yiwen.llm;

import java.util.UUID;

/**
 * What the model is asked.
 *
 * @param conversation whose budget it is written on
 * @param system rules and knowledge, without personal data
 * @param user what a person wrote; only ever sent redacted
 */
public record Prompt(UUID conversation, String system, Redaction user) {
    int tokens() {
        return TokenCount.of(system) + TokenCount.of(user.text());
    }
}
