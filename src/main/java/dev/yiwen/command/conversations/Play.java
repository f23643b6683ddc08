package dev.yiwen.command.conversations;

import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plays one conversation: the customer's lines stand in the script, the bot's come from the product, and each is decided
 * on with all that was said before. When the bot asks back and offers the right question, the customer taps it before
 * going on, as customers do; the turn counts as wrong all the same. After a hand-off nothing more is right.
 */
final class Play {
    /**
     * What came of a turn.
     *
     * @param said the customer's words
     * @param got what the bot did, in the words of {@link Script.Expected}
     * @param judgement what it is worth to the customer
     * @param afterTap whether it was right at last, by a tap on what was offered
     */
    record Outcome(
            Script.Turn turn,
            String said,
            Script.Expected expected,
            List<String> got,
            Judgement judgement,
            boolean right,
            boolean afterTap) {}

    private final AnswerPreview preview;
    /** Article by standard question. */
    private final Map<String, String> articles;

    private final ConversationId id = ConversationId.of(Ids.next());
    private final List<Message> transcript = new ArrayList<>();
    /** The questions offered last, be it before a word of small talk. */
    private List<String> offered = List.of();

    private boolean asksBack;
    private String heard = "";
    private boolean handedOff;

    Play(AnswerPreview preview, Map<String, String> articles) {
        this.preview = preview;
        this.articles = articles;
    }

    /** Blocks. */
    List<Outcome> of(Script script) {
        return script.turns().stream().map(this::turn).toList();
    }

    private Outcome turn(Script.Turn turn) {
        var expected = turn.expect().among(offered.stream().map(this::leadsTo).toList());
        String said = words(turn);
        if (handedOff) {
            return new Outcome(
                    turn, said, expected, List.of("(a person has taken over)"), Judgement.TOO_LATE, false, false);
        }
        List<String> got = say(said);
        var leadTo = offered.stream().map(this::leadsTo).toList();
        boolean right = expected.metBy(got) && leadTo.containsAll(turn.offers());
        var judgement = Judgement.of(turn, expected, got, asksBack ? leadTo : List.of(), heard);
        return new Outcome(turn, said, expected, got, judgement, right, right || tapped(expected, got));
    }

    private boolean tapped(Script.Expected expected, List<String> got) {
        if (!got.equals(List.of("clarify"))) {
            return false;
        }
        for (String option : offered) {
            if (expected.all().contains(leadsTo(option))) {
                return expected.metBy(say(option));
            }
        }
        return false;
    }

    private String words(Script.Turn turn) {
        if (turn.customer() != null) {
            return turn.customer();
        }
        int number = turn.tap() == null ? 0 : turn.tap();
        return number >= 1 && number <= offered.size() ? offered.get(number - 1) : "(nothing to tap)";
    }

    private List<String> say(String words) {
        add(new Author.Customer(), new Body.Text(words));
        return switch (preview.reply(List.copyOf(transcript)).await().indefinitely()) {
            case AnswerPreview.HandsOff handsOff -> {
                handedOff = true;
                asksBack = false;
                heard = "";
                yield List.of(Script.Expected.HANDOFF);
            }
            case AnswerPreview.Says says -> {
                add(new Author.Bot(), says.body());
                yield heard(says.body());
            }
        };
    }

    private List<String> heard(Body body) {
        heard = body.text();
        asksBack = body instanceof Body.Clarify;
        return switch (body) {
            case Body.Answer answer -> {
                offered = answer.related();
                yield answer.sources().stream().map(Source::article).toList();
            }
            case Body.Clarify clarify -> {
                offered = clarify.options();
                yield List.of("clarify");
            }
            case Body.SmallTalk smallTalk -> List.of("smalltalk");
            case Body.Text text -> List.of("text");
            case Body.Notice notice -> List.of(notice.code());
        };
    }

    /** What a tap on it should lead to; a question of no article is the way to a person. */
    private String leadsTo(String question) {
        return articles.getOrDefault(question, Script.Expected.HANDOFF);
    }

    private void add(Author author, Body body) {
        transcript.add(new Message(id, transcript.size() + 1L, author, body, Instant.now()));
    }
}
