package dev.yiwen.command.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.command.ask.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingTest {
    @TempDir
    Path folder;

    @Test
    void a_turn_a_line_is_one_call() throws Exception {
        var calls = Recording.readAll(file("""
                {"speaker":"customer","text":"我的宽带断了"}

                {"speaker":"agent","text":"我帮您看看"}
                """));

        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.turns())
                        .containsExactly(
                                new Recording.Turn(Recording.Speaker.CUSTOMER, "我的宽带断了"),
                                new Recording.Turn(Recording.Speaker.AGENT, "我帮您看看")));
    }

    @Test
    void what_befalls_the_line_stands_between_the_turns() throws Exception {
        var calls = Recording.readAll(file("""
                {"speaker":"customer","text":"在吗"}
                {"type":"muted","speaker":"agent"}
                {"type":"tone","speaker":"customer","rate":4.5,"loudness":-20}
                """));

        assertThat(calls.getFirst().turns())
                .containsExactly(
                        new Recording.Turn(Recording.Speaker.CUSTOMER, "在吗"),
                        new Recording.LineEvent(Map.of("type", "muted", "speaker", "agent")),
                        new Recording.LineEvent(
                                Map.of("type", "tone", "speaker", "customer", "rate", 4.5, "loudness", -20)));
    }

    @Test
    void a_session_a_line_is_many_calls() throws Exception {
        var calls = Recording.readAll(file("""
                {"id":"a","turns":[{"speaker":"customer","text":"在吗"}]}
                {"id":"b","turns":[{"speaker":"agent","text":"您好"}]}
                """));

        assertThat(calls).extracting(Recording::id).containsExactly("a", "b");
    }

    @Test
    void names_file_and_line_of_what_is_wrong() throws Exception {
        var file = file("""
                {"speaker":"customer","text":"在吗"}
                {"speaker":"robot","text":"在"}
                """);

        assertThatThrownBy(() -> Recording.readAll(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(file + ":2: \"speaker\"");
    }

    @Test
    void refuses_what_is_not_json() throws Exception {
        var file = file("id,question\n");

        assertThatThrownBy(() -> Recording.readAll(file)).hasMessageStartingWith(file + ":1: is not JSON");
    }

    @Test
    void refuses_an_empty_file() throws Exception {
        var file = file("\n");

        assertThatThrownBy(() -> Recording.readAll(file)).hasMessageEndingWith("holds no call");
    }

    @Test
    void partials_grow_and_never_split_a_character() {
        assertThat(new SpeakingRate(1).partials("手机📱坏了吗")).containsExactly("手", "手机📱", "手机📱坏");
    }

    @Test
    void speaks_four_characters_a_second() {
        assertThat(new SpeakingRate(2).speaking(8)).isEqualTo(Duration.ofSeconds(1));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("call.jsonl"), text);
    }
}
