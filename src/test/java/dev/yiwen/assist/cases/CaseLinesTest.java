package dev.yiwen.assist.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseLinesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void reads_a_reply_a_line_and_leaves_out_those_that_say_nothing() throws Exception {
        var file = file("""
                {"context": "您好,网断了", "response": "请重启光猫"}

                {"context": "谢谢", "response": " "}
                {"context": "还有吗", "response": "没有了", "more": 1}
                """);

        assertThat(CaseLines.replies(file))
                .containsExactly(new PastReply("您好,网断了", "请重启光猫"), new PastReply("还有吗", "没有了"));
    }

    @Test
    void names_file_and_line_of_everything_that_is_wrong() throws Exception {
        var file = file("""
                {"context": "好", "response": "好"}
                {"context": "好"}
                {"context": 5, "response": "好"}
                [1]
                {"context":
                """);

        assertThatThrownBy(() -> CaseLines.replies(file))
                .isInstanceOf(CaseLines.Faults.class)
                .hasMessageContaining("cases.jsonl:2: needs \"response\": a text")
                .hasMessageContaining("cases.jsonl:3: needs \"context\": a text")
                .hasMessageContaining("cases.jsonl:4: is not a JSON object")
                .hasMessageContaining("cases.jsonl:5: is not valid JSON")
                .hasMessageNotContaining("cases.jsonl:1:");
    }

    @Test
    void refuses_what_is_no_file_of_lines() throws Exception {
        Files.write(folder.resolve("cases.jsonl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> CaseLines.replies(folder.resolve("cases.jsonl")))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> CaseLines.replies(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> CaseLines.replies(file("\n"))).hasMessageContaining("is empty");
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("cases.jsonl"), lines);
    }
}
