package dev.yiwen.command.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.command.argument.Half;
import dev.yiwen.triage.Estimate;
import dev.yiwen.triage.Estimate.Mood;
import dev.yiwen.triage.satisfaction.LabelledChat;
import dev.yiwen.triage.satisfaction.LabelledChat.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SatisfactionChatsTest {
    @TempDir
    Path folder;

    @Test
    void reads_chats_with_verdicts_of_the_turns_that_have_one() throws Exception {
        var chats = SatisfactionChats.read(file("""
                {"id":"a1","turns":[{"speaker":"customer","text":"在吗"},{"speaker":"agent","text":"在"},{"speaker":"customer","text":"算了","satisfaction":0}],"satisfaction":0}
                {"id":"a2","turns":[{"speaker":"customer","text":"好","satisfaction":2}],"satisfaction":2}
                """), Half.ALL);

        assertThat(chats).extracting(LabelledChat::mood).containsExactly(Mood.DISSATISFIED, Mood.SATISFIED);
        assertThat(chats.getFirst().turns()).containsExactly(Verdict.UNKNOWN, Verdict.DISSATISFIED);
        assertThat(chats.getFirst().talk()).hasSize(3);
    }

    @Test
    void halves_by_the_last_digit_of_the_id() throws Exception {
        var chats = SatisfactionChats.read(file("""
                {"id":"a1","turns":[],"satisfaction":0}
                {"id":"a2","turns":[],"satisfaction":2}
                """), Half.EVEN);

        assertThat(chats).extracting(LabelledChat::mood).containsExactly(Mood.SATISFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"id\":\"1\",\"satisfaction\":1}",
                "{\"id\":\"1\",\"turns\":[]}",
                "{\"id\":\"1\",\"turns\":[],\"satisfaction\":3}",
                "{\"id\":\"1\",\"turns\":[{\"speaker\":\"customer\"}],\"satisfaction\":1}"
            })
    void names_file_and_line_of_what_is_not_in_the_format(String line) throws IOException {
        var file = file("{\"id\":\"0\",\"turns\":[],\"satisfaction\":1}\n" + line);

        assertThatThrownBy(() -> SatisfactionChats.read(file, Half.ALL)).hasMessageContaining("set.jsonl:2");
    }

    @Test
    void figures_are_those_of_the_readings() {
        var scores = new SatisfactionScores();
        scores.add(chat(Mood.DISSATISFIED, Verdict.DISSATISFIED), new Estimate(.9, .1, Mood.DISSATISFIED, List.of(.8)));
        scores.add(chat(Mood.SATISFIED, Verdict.OTHER), new Estimate(.1, .9, Mood.SATISFIED, List.of(.9)));
        scores.add(chat(Mood.NEUTRAL, Verdict.UNKNOWN), new Estimate(.2, .5, Mood.SATISFIED, List.of(.5)));

        var figures = SatisfactionScores.asMap("set", List.of(scores));

        assertThat(figures).containsEntry("n", 3).containsEntry("turns", Map.of("auc", 0.0));
        assertThat(figures.get("dissatisfied")).isEqualTo(Map.of("auc", 1.0, "precision@20", .333, "f1", 1.0));
        // (1 + 0 + 2/3) / 3
        assertThat(figures).containsEntry("macroF1", .556);
    }

    private static LabelledChat chat(Mood mood, Verdict verdict) {
        return new LabelledChat(List.of(), List.of(verdict), mood);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("set.jsonl"), text);
    }
}
