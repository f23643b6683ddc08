package dev.yiwen.quality.score;

import dev.yiwen.shared.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What criteria that somebody wrote must be like; {@code INVALID} tells which one is not. */
final class CriteriaCheck {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST = 80;
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUESTION = 300;
    private static final int MOST_POINTS = 100;
    private static final double MOST_ATTITUDE = 4;
    private static final int WIDEST = 50;
    private static final double LARGEST = 86_400;

    private CriteriaCheck() {}

    static void of(List<Criterion> criteria) {
        var keys = new HashSet<String>();
        demand(!criteria.isEmpty() && criteria.size() <= MOST, "There are 1 to 80 criteria.");
        for (Criterion it : criteria) {
            demand(
                    KEY.matcher(it.key()).matches() && keys.add(it.key()),
                    "Each criterion has a key of its own: " + it.key());
            demand(isName(it.name()) && isName(it.english()), it.key() + " needs a name of at most 60 characters.");
            demand(it.points() >= 0 && it.points() <= MOST_POINTS, it.key() + ": points are 0 to 100.");
            demand(it.attitude() >= 0 && it.attitude() <= MOST_ATTITUDE, it.key() + ": attitude is 0 to 4.");
            demand(
                    !it.of().isEmpty()
                            && it.of().stream()
                                    .allMatch(side -> side == JudgedTalk.Side.AGENT || side == JudgedTalk.Side.BOT),
                    it.key() + " is of agents, of the bot, or of both.");
            rule(it.key(), it.rule());
        }
    }

    private static void rule(String key, Criterion.Rule rule) {
        switch (rule) {
            case Criterion.Words words -> cue(key, words.cue());
            case Criterion.Sequence sequence -> {
                cue(key, sequence.first());
                cue(key, sequence.then());
                demand(sequence.within() >= 0 && sequence.within() <= WIDEST, key + " looks at 0 to 50 turns.");
            }
            case Criterion.Figure figure ->
                demand(figure.most() >= 0 && figure.most() <= LARGEST, key + ": a limit is 0 to 86400.");
            case Criterion.Model model -> {}
            case Criterion.Question question ->
                demand(
                        !question.question().isBlank() && question.question().length() <= LONGEST_QUESTION,
                        key + " needs a question of at most 300 characters.");
        }
    }

    private static void cue(String key, Criterion.@Nullable Cue cue) {
        demand(cue != null, key + " needs words.");
        if (cue == null) {
            return;
        }
        var words = cue.words() == null ? List.<String>of() : cue.words();
        var except = cue.except() == null ? List.<String>of() : cue.except();
        demand(!words.isEmpty() || cue.sign() != null, key + " needs words.");
        demand(words.size() <= MOST_WORDS && except.size() <= MOST_WORDS, key + " has at most 200 words.");
        demand(
                words.stream().allMatch(it -> isWord(it)) && except.stream().allMatch(it -> isWord(it)),
                key + ": each word has 1 to 60 characters.");
        demand(
                cue.side() == JudgedTalk.Side.CUSTOMER || cue.side() == JudgedTalk.Side.AGENT,
                key + " is said by the customer or by who serves.");
    }

    private static boolean isWord(String word) {
        return !word.isBlank() && word.length() <= LONGEST_WORD;
    }

    private static boolean isName(@Nullable String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static void demand(boolean right, String otherwise) {
        if (!right) {
            throw new Problem(Problem.Kind.INVALID, otherwise);
        }
    }
}
