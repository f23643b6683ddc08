package dev.yiwen.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CueContextTest {
    private static final Path EVALUATION = Path.of("src/test/resources/evaluation");

    private final Triage triage = new Triage(Anger.shipped(), new EditorWordList(), new Messages());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我姑妈的手机号停机了怎么复机",
                "孩子他妈的身份证能开户吗",
                "怎么取消协议",
                "坐着火车没信号怎么办",
                "缴费遗漏电视费怎么办",
                "路由器放哪里能去死角",
                "凭什么证件可以补卡",
                "我们公司换人工资卡绑定的号码",
                "煤气费能在 App 里交吗",
                "需要老板本人到场吗"
            })
    void takes_a_part_of_other_words_for_no_cue(String words) {
        var reading = read(words);

        assertThat(reading.handoff()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "信号太差怎么办",
                "收到莫名其妙的短信怎么拦截",
                "如果商家投诉我怎么申诉",
                "短信里写着“投诉请拨12345”，这是你们发的吗",
                "光猫会不会爆炸",
                "法院旁边那个网点周末开吗",
                "办公室里信号特别差"
            })
    void offers_a_human_beside_the_answer_when_a_cue_is_meant_mildly(String words) {
        var reading = read(words);

        assertThat(reading.handoff()).isEmpty();
        assertThat(reading.mild()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"怎么投诉", "我要投诉，从哪里提交？", "投诉都两天了还没结果", "老年人怎么直接找人工"})
    void lets_an_answer_come_first_when_a_complaint_or_a_human_is_asked_about(String words) {
        var reading = read(words);

        assertThat(reading.atOnce()).isEmpty();
        assertThat(reading.askedAbout()).isTrue();
        assertThat(reading.handoff()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "你妈的,STRONG_EMOTION",
        "'他妈的什么破水，黄成这样',STRONG_EMOTION",
        "'信号太差了，你们管不管！',STRONG_EMOTION",
        "怎么投诉你们,LEGAL_OR_COMPLAINT",
        "投诉！怎么投诉！,LEGAL_OR_COMPLAINT",
        "光猫着火了怎么办,URGENT",
        "My router is on fire!,URGENT",
        "我闻到煤气味了,URGENT",
        "'信号太差了，转人工',WISH_FOR_HUMAN",
        "取消协议的事转人工说,WISH_FOR_HUMAN"
    })
    void hands_over_at_once_what_is_meant(String words, Code code) {
        assertThat(read(words).atOnce()).map(HandoffReason::code).hasValue(code);
    }

    @Test
    void takes_warm_thanks_for_no_anger() {
        var reading = read("谢谢你啊小伙子帮了我大忙！！！");

        assertThat(reading.handoff()).isEmpty();
        assertThat(reading.anger()).isZero();
    }

    @Test
    void takes_three_angry_faces_for_anger() {
        assertThat(read("😡😡😡").anger()).isGreaterThan(0.5);
    }

    @Test
    void says_how_a_cue_was_read() {
        assertThat(read("怎么取消协议").signals()).contains("cue_inside 消协");
        assertThat(read("如果商家投诉我怎么申诉").signals()).contains("cue_others 投诉");
    }

    /** Half of them was written before, and never looked at for, any rule; see {@code evaluation/innocent.tsv}. */
    @Test
    void hands_hardly_any_harmless_question_over_and_no_real_one_to_the_bot() throws IOException {
        var innocent = lines("innocent.tsv");
        var tuned = lines("innocent-tuning.tsv");

        assertThat(odd(innocent).filter(this::handsOver)).hasSizeLessThanOrEqualTo(4);
        assertThat(tuned.stream().filter(this::handsOver)).hasSizeLessThanOrEqualTo(5);
        assertThat(lines("real-cues.tsv")).allMatch(this::handsOver);
        assertThat(lines("real-cues-last.tsv")).allMatch(this::handsOver);
    }

    private boolean handsOver(String words) {
        return read(words).atOnce().isPresent();
    }

    private static Stream<String> odd(List<String> lines) {
        return IntStream.range(0, lines.size()).filter(it -> it % 2 == 0).mapToObj(lines::get);
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(EVALUATION.resolve(file)).stream()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> it.split("\t")[0])
                .toList();
    }

    private TriageReading read(String words) {
        return triage.read(List.of(new Message(
                ConversationId.of(new UUID(0, 1)), 1, new Author.Customer(), new Body.Text(words), Instant.EPOCH)));
    }
}
