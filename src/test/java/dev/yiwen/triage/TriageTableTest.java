package dev.yiwen.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single messages, hundreds of them, in the files below {@code triage} of the test resources. */
final class TriageTableTest {
    private final Triage triage = new Triage(Anger.shipped(), new EditorWordList(), new Messages());

    static Stream<Table.Line> wishes() {
        return Table.of("wishes.txt").stream().filter(Table.Line::is);
    }

    static Stream<Table.Line> noWishes() {
        return Table.of("wishes.txt").stream().filter(it -> !it.is());
    }

    static Stream<Table.Line> handoffs() {
        return Table.of("handoffs.txt").stream().filter(Table.Line::is);
    }

    static Stream<Table.Line> noHandoffs() {
        return Table.of("handoffs.txt").stream().filter(it -> !it.is());
    }

    static Stream<Table.Line> signs() {
        return Table.of("signs.txt").stream().filter(Table.Line::is);
    }

    static Stream<Table.Line> noSigns() {
        return Table.of("signs.txt").stream().filter(it -> !it.is());
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void honours_a_wish_for_a_human_at_once(Table.Line line) {
        var reading = read(line);

        assertThat(reading.wishForHuman()).isTrue();
        assertThat(reading.handoff()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("noWishes")
    void takes_a_look_alike_for_no_wish(Table.Line line) {
        assertThat(read(line).wishForHuman()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("handoffs")
    void hands_over_and_says_why_with_message_and_words(Table.Line line) {
        var handoff = read(line).handoff();

        assertThat(handoff).map(HandoffReason::code).hasValue(Code.valueOf(line.heading()));
        assertThat(handoff.orElseThrow().words()).contains(line.words());
        assertThat(handoff.orElseThrow().evidence()).containsExactly(new HandoffReason.Evidence(1, line.words()));
    }

    @ParameterizedTest
    @MethodSource("noHandoffs")
    void leaves_a_look_alike_to_knowledge(Table.Line line) {
        assertThat(read(line).handoff()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("signs")
    void notices_what_whoever_takes_over_should_know(Table.Line line) {
        assertThat(read(line).signs()).extracting(Sign::kind).contains(Sign.Kind.valueOf(line.heading()));
    }

    @ParameterizedTest
    @MethodSource("noSigns")
    void notices_nothing_in_a_look_alike(Table.Line line) {
        assertThat(read(line).signs()).extracting(Sign::kind).doesNotContain(Sign.Kind.valueOf(line.heading()));
    }

    private TriageReading read(Table.Line line) {
        return triage.read(List.of(new Message(
                ConversationId.of(new UUID(0, 1)),
                1,
                new Author.Customer(),
                new Body.Text(line.words()),
                Instant.EPOCH)));
    }
}
