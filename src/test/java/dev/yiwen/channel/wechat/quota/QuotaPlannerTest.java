package dev.yiwen.channel.wechat.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.channel.wechat.quota.WaitingBubble.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaPlannerTest {
    private static final Instant NOW = Instant.parse("2026-05-06T02:00:00Z");
    private static final String MORE = "（回复任意文字继续）";

    private final QuotaPlanner planner = new QuotaPlanner(MORE);

    @Test
    void nothing_is_said_before_the_customer_does_something() {
        assertThat(planner.next(MessageBudget.NONE, List.of(bot("您好")), NOW)).isEqualTo(new NextMessage.Hold());
        assertThat(planner.next(wrote(), List.of(), NOW)).isEqualTo(new NextMessage.Rest());
    }

    @Test
    void what_waits_together_goes_together() {
        assertThat(planner.next(wrote(), List.of(bot("答"), bot("转接中"), person("您好")), NOW))
                .isEqualTo(new NextMessage.Say("答\n\n转接中", 2));
    }

    @Test
    void voices_go_together_only_where_there_is_no_room_for_each() {
        var budget = wrote().spend().spend().spend();

        assertThat(planner.next(budget, List.of(bot("答"), person("您好")), NOW))
                .isEqualTo(new NextMessage.Say("答\n\n您好", 2));
    }

    @Test
    void the_last_of_five_is_kept_for_a_person() {
        var budget = wrote().spend().spend().spend().spend();

        assertThat(planner.next(budget, List.of(bot("再说一句")), NOW)).isEqualTo(new NextMessage.Hold());
        assertThat(planner.next(budget, List.of(person("我是小林")), NOW)).isEqualTo(new NextMessage.Say("我是小林", 1));
    }

    @Test
    void a_minute_is_too_short_for_a_person() {
        var budget = MessageBudget.NONE.after(Trigger.ENTER, NOW).spend();

        assertThat(planner.next(budget, List.of(bot("欢迎")), NOW)).isEqualTo(new NextMessage.Say("欢迎", 1));
        assertThat(planner.next(budget, List.of(bot("欢迎")), NOW.plusSeconds(60)))
                .isEqualTo(new NextMessage.Hold());
    }

    @Test
    void who_may_say_no_more_says_that_there_is_more() {
        var budget = wrote().spend().spend().spend();
        var long1 = bot("长".repeat(600));

        assertThat(planner.next(budget, List.of(long1, long1), NOW))
                .isInstanceOfSatisfying(NextMessage.Say.class, say -> {
                    assertThat(say.text()).endsWith(MORE);
                    assertThat(say.bubbles()).isEqualTo(1);
                    assertThat(Utf8Text.bytes(say.text())).isLessThanOrEqualTo(Utf8Text.MESSAGE);
                });
    }

    @Test
    void what_a_customer_did_earlier_and_came_late_takes_nothing_away() {
        var budget = MessageBudget.NONE.after(Trigger.MESSAGE, NOW).after(Trigger.MESSAGE, NOW.minusSeconds(60));

        assertThat(budget.until(NOW)).contains(NOW.plus(Duration.ofHours(48)));
        assertThat(budget.spend().after(Trigger.MESSAGE, NOW.minusSeconds(60)).left(NOW))
                .isEqualTo(4);
    }

    /** Its own reading of the platform's rules: each trigger opens a window anew, whichever way windows are counted. */
    private static final class Platform {
        private record Window(Trigger trigger, Instant opened, int[] used) {
            boolean takes(Instant now) {
                return now.isBefore(opened.plus(
                                switch (trigger) {
                                    case MESSAGE -> Duration.ofHours(48);
                                    case TAP, ENTER -> Duration.ofMinutes(1);
                                }))
                        && used[0]
                                < switch (trigger) {
                                    case MESSAGE -> 5;
                                    case TAP -> 3;
                                    case ENTER -> 2;
                                };
            }
        }

        private final List<Window> windows = new ArrayList<>();
        private final boolean together;

        Platform(boolean together) {
            this.together = together;
        }

        void did(Trigger trigger, Instant now) {
            windows.removeIf(it -> it.trigger() == trigger);
            windows.add(new Window(trigger, now, new int[1]));
        }

        /** Counted together a message is one of each window, else of the first that takes it. */
        boolean takes(Instant now) {
            var open = windows.stream().filter(it -> it.takes(now)).toList();
            (together ? windows : open.stream().limit(1).toList()).forEach(it -> it.used()[0]++);
            return !open.isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void never_says_what_the_platform_would_refuse_and_loses_nothing(boolean together) {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var platform = new Platform(together);
            var budget = MessageBudget.NONE;
            var now = NOW;
            var waiting = new ArrayDeque<WaitingBubble>();
            var unread = new ArrayDeque<Map.Entry<Trigger, Instant>>();
            var sent = new ArrayList<Instant>();
            var planned = new StringBuilder();
            var said = new StringBuilder();
            for (int step = 0; step < 200; step++) {
                now = now.plusSeconds(random.nextInt(8) == 0 ? random.nextInt(200_000) : random.nextInt(90));
                switch (random.nextInt(6)) {
                    case 0 -> {
                        var trigger = Trigger.values()[random.nextInt(3)];
                        platform.did(trigger, now);
                        unread.add(Map.entry(trigger, now));
                    }
                    case 5 -> {
                        // What they do is read later, one after the other; the platform counts from when they did it.
                        for (int i = random.nextInt(3); i > 0 && !unread.isEmpty(); i--) {
                            var read = unread.remove();
                            var at = read.getValue();
                            int since = (int)
                                    sent.stream().filter(it -> !it.isBefore(at)).count();
                            budget = budget.after(read.getKey(), at, since);
                        }
                    }
                    case 1 -> {
                        var text = (random.nextBoolean() ? "字" : "a").repeat(1 + random.nextInt(600));
                        planned.append(text);
                        waiting.add(new WaitingBubble(random.nextInt(3) == 0 ? Voice.PERSON : Voice.BOT, text));
                    }
                    default -> {
                        if (planner.next(budget, List.copyOf(waiting), now) instanceof NextMessage.Say say) {
                            assertThat(Utf8Text.bytes(say.text())).isLessThanOrEqualTo(Utf8Text.MESSAGE);
                            assertThat(platform.takes(now))
                                    .as("seed %d step %d", seed, step)
                                    .isTrue();
                            budget = budget.spend();
                            sent.add(now);
                            for (int i = 0; i < say.bubbles(); i++) {
                                said.append(waiting.remove().text());
                            }
                        }
                    }
                }
            }
            waiting.forEach(it -> said.append(it.text()));
            assertThat(said.toString()).as("seed %d", seed).isEqualTo(planned.toString());
        }
    }

    @Test
    void a_persons_words_do_not_wait_behind_the_bots() {
        var budget = wrote().spend().spend().spend().spend();

        assertThat(planner.next(budget, List.of(bot("已接入。")), NOW)).isInstanceOf(NextMessage.Hold.class);
        assertThat(planner.next(budget, List.of(bot("已接入。"), person("您好。")), NOW))
                .isEqualTo(new NextMessage.Say("已接入。\n\n您好。", 2));
    }

    @Test
    void the_bot_alone_never_takes_the_last_that_a_message_allows() {
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var budget = MessageBudget.NONE.after(Trigger.MESSAGE, NOW);
            for (int i = 0; i < 20; i++) {
                if (random.nextInt(6) == 0) {
                    budget = budget.after(Trigger.MESSAGE, NOW.plusSeconds(i));
                }
                if (planner.next(budget, List.of(bot("话".repeat(500)), bot("话".repeat(500))), NOW.plusSeconds(i))
                        instanceof NextMessage.Say) {
                    budget = budget.spend();
                }
                assertThat(budget.left(NOW.plusSeconds(i))).isPositive();
            }
        }
    }

    private static MessageBudget wrote() {
        return MessageBudget.NONE.after(Trigger.MESSAGE, NOW);
    }

    private static WaitingBubble bot(String text) {
        return new WaitingBubble(Voice.BOT, text);
    }

    private static WaitingBubble person(String text) {
        return new WaitingBubble(Voice.PERSON, text);
    }
}
