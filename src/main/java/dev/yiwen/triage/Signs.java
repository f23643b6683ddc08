package dev.yiwen.triage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Caches;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What one customer message says by itself. Each turn reads the messages before it again, and many customers write the same,
 * so what was read once is kept.
 */
final class Signs {
    /** Characters in all, about 10 MB. */
    private static final long MOST_CHARACTERS = 4_000_000;
    /** What is kept beside a text, in characters. */
    private static final int AROUND_TEXT = 100;

    /**
     * @param wording the form that cues are compared with
     * @param wish the words for a human, however they are meant; so are complaints, danger and angry words
     * @param felt how angry this message is by itself
     */
    record Of(
            String wording,
            List<CueList.Hit> wish,
            List<CueList.Hit> complaints,
            List<CueList.Hit> danger,
            List<CueList.Hit> angry,
            Map<Sign.Kind, List<CueList.Hit>> others,
            Anger.Felt felt) {

        List<CueList.Hit> of(Sign.Kind kind) {
            return others.getOrDefault(kind, List.of());
        }
    }

    private static final Pattern INSTITUTION = CueContext.ofWords("<institution>");
    private static final Pattern SHOUTS = Pattern.compile("[!！]");

    private final Map<Sign.Kind, CueList> lists = lists();

    private final CueList human = CueList.load("triage/human.txt");
    private final CueList complaint = CueList.load("triage/complaint.txt");
    private final CueContext aroundHuman = new CueContext("human");
    private final CueContext aroundComplaint = new CueContext("complaint");
    private final CueContext aroundInstitution = new CueContext("institution");
    private final CueContext aroundDanger = new CueContext("urgent");
    private final Anger anger;
    private final LoadingCache<String, Of> kept = Caches.measured(
            "signs",
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((String text, Of signs) -> AROUND_TEXT + 2 * text.length()),
            this::read);

    Signs(Anger anger) {
        this.anger = anger;
    }

    void forget() {
        kept.invalidateAll();
    }

    Of of(Message message) {
        return of(message.body().text());
    }

    Of of(String text) {
        return kept.get(text);
    }

    /** Of many messages at once, which are not kept. */
    List<CueList.Hit> wordsOf(Sign.Kind kind, String text) {
        return Objects.requireNonNull(lists.get(kind)).hits(Wording.of(text));
    }

    private Of read(String text) {
        var wording = new CutWording(Wording.of(text));
        var others = new EnumMap<Sign.Kind, List<CueList.Hit>>(Sign.Kind.class);
        var quoted = Quotes.of(text);
        List<CueList.Hit> danger =
                hits(Objects.requireNonNull(lists.get(Sign.Kind.URGENT)), wording, aroundDanger::of, quoted);
        lists.forEach((kind, list) -> {
            var hits = kind == Sign.Kind.URGENT
                    ? danger.stream().filter(CueList.Hit::isMeant).toList()
                    : list.hits(wording.text());
            if (!hits.isEmpty()) {
                others.put(kind, hits);
            }
        });
        var angry = anger.hits(text, wording);
        return new Of(
                wording.text(),
                human.hits(wording.text(), (start, end, weight) -> aroundHuman.of(wording, start, end)),
                calmly(text, hits(complaint, wording, this::aroundComplaint, quoted)),
                danger,
                angry,
                others,
                anger.feel(text, wording.text(), angry));
    }

    private interface Around {
        Sense of(CutWording wording, int start, int end);
    }

    /** A court or an authority may just stand near somebody. */
    private Sense aroundComplaint(CutWording wording, int start, int end) {
        var sense = aroundComplaint.of(wording, start, end);
        return sense == Sense.MEANT
                        && INSTITUTION
                                .matcher(wording.text().substring(start, end))
                                .find()
                ? aroundInstitution.of(wording, start, end)
                : sense;
    }

    private static List<CueList.Hit> hits(CueList list, CutWording wording, Around context, Quotes quoted) {
        return list.hits(wording.text(), (start, end, weight) -> {
            var sense = context.of(wording, start, end);
            return sense == Sense.MEANT && quoted.holds(wording.text().substring(start, end)) ? Sense.QUOTED : sense;
        });
    }

    /** Whoever shouts does not merely ask. */
    private static List<CueList.Hit> calmly(String text, List<CueList.Hit> hits) {
        return SHOUTS.matcher(text).find()
                ? hits.stream()
                        .map(it -> it.sense().isAsked() ? new CueList.Hit(it.words(), it.weight(), Sense.MEANT) : it)
                        .toList()
                : hits;
    }

    private static Map<Sign.Kind, CueList> lists() {
        var lists = new EnumMap<Sign.Kind, CueList>(Sign.Kind.class);
        for (Sign.Kind kind : Sign.Kind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            lists.put(kind, CueList.load("triage/" + name + ".txt"));
        }
        return lists;
    }
}
