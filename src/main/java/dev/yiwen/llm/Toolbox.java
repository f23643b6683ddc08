package dev.yiwen.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a model may look up before it writes; it changes nothing. */
public interface Toolbox {
    Toolbox NONE = new Toolbox() {
        @Override
        public List<ToolSpecification> specifications() {
            return List.of();
        }

        @Override
        public Uni<ToolExecutionResultMessage> execute(ToolExecutionRequest request) {
            return Uni.createFrom().item(ToolExecutionResultMessage.from(request, "没有这个工具。"));
        }
    };

    List<ToolSpecification> specifications();

    /** Never fails, and answers in its own time. */
    Uni<ToolExecutionResultMessage> execute(ToolExecutionRequest request);
}
