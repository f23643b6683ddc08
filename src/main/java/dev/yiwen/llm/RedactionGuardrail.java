package dev.yiwen.llm;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;

/** For AI services of who builds the application: what a person wrote leaves it as {@link Redaction} has it. */
@Singleton
@Unremovable
public final class RedactionGuardrail implements InputGuardrail {
    @Override
    public InputGuardrailResult validate(UserMessage message) {
        if (!message.hasSingleText()) {
            return fatal("Only text can be redacted.");
        }
        var written = message.singleText();
        var redacted = Redaction.of(written).text();
        return redacted.equals(written) ? success() : successWith(redacted);
    }
}
