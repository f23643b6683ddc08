package dev.yiwen.command.assist;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.yiwen.assist.cases.CaseLearning;
import dev.yiwen.assist.cases.CaseLines;
import dev.yiwen.assist.cases.PastReplies;
import dev.yiwen.assist.cases.PastReply;
import dev.yiwen.command.Bar;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.command.conversations.PlayedKnowledge;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what agents would have seen in whole talks, played as calls. */
@Command(
        name = "sessions",
        mixinStandardHelpOptions = true,
        description = {
            "Play whole talks as calls and count the cards that agents would have seen.",
            "Turns have no times: people speak four characters a second, with 0.8 s between two turns."
        })
public final class EvaluateSessions implements Callable<Integer> {
    private static final long SIGNALLED_MS = 1_000;

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "{id, turns: [{speaker, text}]} a line")
    Path file = Path.of(".");

    @Option(
            converter = ReadablePath.class,
            names = "--knowledge",
            paramLabel = "DIR",
            description = "over the knowledge of this folder, in the format of the import")
    @Nullable Path knowledge;

    @Option(names = "--no-articles", description = "without any knowledge: past replies alone")
    boolean noArticles;

    @Option(
            converter = ReadablePath.class,
            names = "--cases",
            paramLabel = "CASES",
            description = "with the past replies of this file, {context, response} a line")
    @Nullable Path cases;

    @Option(
            names = "--hold-out",
            description =
                    "with the past replies of FILE itself, too: those of one half (by the last digit of the ids) for the calls of the other")
    boolean holdOut;

    @Option(names = "--half", description = "which calls are played: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(names = "--calls", description = "played at once (default ${DEFAULT-VALUE})")
    int calls = 4;

    @Option(names = "--first", paramLabel = "N", description = "play the first N calls only")
    int most = Integer.MAX_VALUE;

    @Option(names = "--sample", paramLabel = "N", description = "write N first cards with their turns, to be judged")
    int sample;

    @Option(names = "--seed", description = "of the sample (default ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(
            converter = WritableFile.class,
            names = "--out",
            paramLabel = "SAMPLE",
            description = "where the sample is written, a JSON object a line")
    @Nullable Path out;

    @Option(
            converter = ReadablePath.class,
            names = "--judged",
            paramLabel = "LABELS",
            description =
                    "lines of session, turn, card and useful, partly or useless, with tabs between: count them, and how many of these cards still come first")
    @Nullable Path judged;

    private final Instance<SessionPlay> play;
    private final Instance<PlayedKnowledge> folder;
    private final Instance<PastReplies> replies;
    private final Instance<StaffMembers> staff;
    private final Instance<CaseLearning> learning;

    EvaluateSessions(
            Instance<SessionPlay> play,
            Instance<PlayedKnowledge> folder,
            Instance<PastReplies> replies,
            Instance<StaffMembers> staff,
            Instance<CaseLearning> learning) {
        this.play = play;
        this.folder = folder;
        this.replies = replies;
        this.staff = staff;
        this.learning = learning;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if ((sample > 0) != (out != null)) {
            System.err.println("--sample goes with --out.");
            return 2;
        }
        try {
            var labels = judged == null ? null : JudgedCards.read(judged);
            var figures = figures(Session.read(file));
            var first = figures.firstCards();
            if (out != null) {
                write(first, out);
            }
            var map = new LinkedHashMap<String, Object>();
            map.put("set", String.valueOf(file.getFileName()));
            map.put("half", half);
            map.putAll(figures.asMap());
            if (labels != null) {
                map.put("judged", labels.figures(first));
            }
            System.out.println(new ObjectMapper().writeValueAsString(map));
            return 0;
        } catch (CaseLines.Faults | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private SessionFigures figures(List<Session> sessions)
            throws CaseLines.Faults, InterruptedException, ExecutionException {
        if (!noArticles) {
            folder.get().index(knowledge);
        }
        Path other = cases;
        List<PastReply> given = other == null
                ? List.of()
                : CaseLines.replies(other).stream().map(PastReplies::masked).toList();
        var agent = staff.get()
                .create(
                        "replay",
                        "Replay",
                        Set.of(Role.AGENT),
                        UUID.randomUUID().toString())
                .await()
                .indefinitely();
        play.get().listen();
        var figures = new SessionFigures();
        if (!holdOut) {
            learn(given);
            playAll(part(sessions, this::isPlayed), agent, figures);
            return figures;
        }
        for (boolean even : List.of(true, false)) {
            if (half == Half.ALL || even == (half == Half.EVEN)) {
                var all = new ArrayList<>(given);
                part(sessions, it -> it.inEvenHalf() != even)
                        .forEach(it -> all.addAll(PastReplies.in(it.transcript())));
                learn(all);
                playAll(part(sessions, it -> it.inEvenHalf() == even), agent, figures);
            }
        }
        return figures;
    }

    private boolean isPlayed(Session session) {
        return half == Half.ALL || session.inEvenHalf() == (half == Half.EVEN);
    }

    private static List<Session> part(List<Session> sessions, Predicate<Session> of) {
        return sessions.stream().filter(of).toList();
    }

    /** In the place of what was learned before. */
    private void learn(List<PastReply> past) throws InterruptedException {
        if (!past.isEmpty()) {
            replies.get().bringInstead(past).await().indefinitely();
            System.err.printf("Learning from %d past replies …%n", past.size());
            // Until what was learned before is forgotten.
            Thread.sleep(SIGNALLED_MS);
            learning.get().learned().await().indefinitely();
        }
    }

    private void playAll(List<Session> sessions, Staff agent, SessionFigures figures)
            throws InterruptedException, ExecutionException {
        var played = sessions.subList(0, Math.min(most, sessions.size()));
        try (var bar = new Bar("Playing");
                var threads = Executors.newFixedThreadPool(calls)) {
            bar.begin(played.size());
            var under = new ArrayList<Future<?>>();
            for (Session session : played) {
                under.add(threads.submit(() -> {
                    figures.add(play.get().of(session, agent));
                    bar.step();
                    return true;
                }));
            }
            for (Future<?> one : under) {
                one.get();
            }
        }
    }

    private void write(List<FirstCard> first, Path to) throws IOException {
        var drawn = new ArrayList<>(first);
        Collections.shuffle(drawn, new Random(seed));
        var json = new ObjectMapper().disable(SerializationFeature.INDENT_OUTPUT);
        var lines = new ArrayList<String>();
        for (FirstCard card : drawn.subList(0, Math.min(sample, drawn.size()))) {
            lines.add(json.writeValueAsString(card));
        }
        Files.write(to, lines);
    }
}
