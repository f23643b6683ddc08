package dev.yiwen.answer;

import dev.langchain4j.guardrail.GuardrailRequestParams;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.yiwen.answer.draft.Supported;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;

/**
 * For AI services of who builds the application: only sentences that the retrieved contents support are let through. Without
 * contents, nothing is.
 */
@Singleton
@Unremovable
public final class VerifierGuardrail implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(OutputGuardrailRequest request) {
        var retrieved = request.requestParams().augmentationResult();
        var text = request.responseFromLLM().aiMessage().text();
        if (retrieved == null || text == null) {
            return fatal("Nothing was retrieved that could support the reply.");
        }
        var supported = Supported.of(
                text,
                written(request.requestParams()),
                retrieved.contents().stream().map(it -> it.textSegment().text()).toList());
        if (supported.isEmpty()) {
            return fatal("No sentence of the reply is supported by what was retrieved.");
        }
        return supported.equals(text.strip()) ? success() : successWith(supported);
    }

    /** The person's own words: the message that was sent holds the contents too. */
    private static String written(GuardrailRequestParams params) {
        var text = params.userMessageTemplate();
        for (var variable : params.variables().entrySet()) {
            text = text.replace("{{" + variable.getKey() + "}}", String.valueOf(variable.getValue()));
        }
        return text;
    }
}
