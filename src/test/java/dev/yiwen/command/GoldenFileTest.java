package dev.yiwen.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.knowledge.golden.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenFileTest {
    @TempDir
    Path folder;

    @Test
    void questions_conversations_and_what_must_come_of_them() throws Exception {
        var cases = GoldenFile.read(written("""
                {"question":"怎么交电费","expect":"billing/pay","must":false,"group":"电费"}

                {"conversation":["你好","我要投诉"],"expect":"human"}
                {"question":"今天天气","article":null}
                """));
        assertThat(cases).hasSize(3);
        assertThat(cases.get(0).expectation()).isEqualTo(Expectation.article("billing/pay"));
        assertThat(cases.get(0).mustPass()).isFalse();
        assertThat(cases.get(0).group()).isEqualTo("电费");
        assertThat(cases.get(1).turns()).containsExactly("你好", "我要投诉");
        assertThat(cases.get(1).mustPass()).isTrue();
        assertThat(cases.get(1).name()).isEqualTo("golden.jsonl:3");
        assertThat(cases.get(2).expectation().way()).isEqualTo(Expectation.Way.ABSTAIN);
    }

    @Test
    void what_is_wrong_is_named_with_its_line() throws IOException {
        assertFault("{\"question\":\"怎么交电费\"}", "golden.jsonl:1: needs \"expect\"");
        assertFault("\n{\"expect\":\"human\"}", "golden.jsonl:2: needs \"question\"");
        assertFault("{\"question\":\"a\",\"expect\":\"human\",\"expects\":1}", "unknown key 'expects'");
        assertFault("{\"conversation\":\"a\",\"expect\":\"human\"}", "\"conversation\" is a list");
        assertFault("{\"conversation\":[],\"expect\":\"human\"}", "\"conversation\" is a list");
        assertFault("{\"question\":\"a\",\"expect\":\"human\",\"must\":\"yes\"}", "\"must\" is true or false");
        assertFault("{\"question\":", "is not valid JSON");
        assertFault("", "is empty");
    }

    private void assertFault(String content, String words) throws IOException {
        var file = written(content);
        assertThatThrownBy(() -> GoldenFile.read(file))
                .isInstanceOf(EvaluationSet.FormatFault.class)
                .hasMessageContaining(words);
    }

    private Path written(String content) throws IOException {
        return Files.writeString(folder.resolve("golden.jsonl"), content);
    }
}
