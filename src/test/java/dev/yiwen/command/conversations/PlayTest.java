package dev.yiwen.command.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.importing.ImportProgress;
import dev.yiwen.knowledge.importing.KnowledgeImport;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plays the conversations that the rules were made on. No model is asked, so the figures are the same every time. */
@QuarkusTest
class PlayTest {
    private static final Path TUNING = Path.of("src/test/resources/evaluation/conversations/tuning");
    private static final double FLOOR = 0.86;

    @Inject
    StarterKnowledge starter;

    @Inject
    KnowledgeImport knowledge;

    @Inject
    Articles articles;

    @Inject
    AnswerPreview preview;

    @Test
    void follows_as_many_turns_as_when_the_rules_were_made() throws Scripts.FormatFault {
        importStarterKnowledge();
        var conversations = new ArrayList<List<Play.Outcome>>();
        var wrong = new StringBuilder();
        for (Script script : Scripts.read(TUNING)) {
            List<Play.Outcome> played = new Play(preview, questions()).of(script);
            conversations.add(played);
            wrong.append(WrongTurns.of(script, played));
        }

        var figures = new TurnScores("tuning", conversations);

        assertThat(figures.rightShare()).as("%s%s", figures.asMap(), wrong).isGreaterThan(FLOOR);
    }

    /** A run that was stopped in the middle may have left a part of it. */
    private void importStarterKnowledge() {
        await().atMost(Duration.ofMinutes(3)).until(starter::settled);
        knowledge.from(Path.of("knowledge"), ImportProgress.SILENT).await().indefinitely();
    }

    private Map<String, String> questions() {
        return articles.publishedOn(HomeZone.today()).await().indefinitely().stream()
                .collect(Collectors.toMap(Article::question, Article::slug, (one, same) -> one));
    }
}
