package dev.yiwen.answer.reading;

import dev.yiwen.shared.SectionFile;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phrases of {@code answer/turns.txt}, whose header says what each section is for. */
@Singleton
final class TurnPatterns {
    private static final String ASK = "ask ";
    private static final String SAID = "said ";
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * A question taken apart.
     *
     * @param subject what it is about, without what is asked of it
     * @param asked what is asked of it, in the customer's words; empty when nothing is
     * @param aspects the names of what is asked
     */
    record Parts(String subject, String asked, List<String> aspects) {}

    private final Pattern lead;
    private final Pattern tail;
    private final Pattern leaning;
    private final Pattern correction;
    private final Pattern restated;
    private final Pattern positive;
    private final Pattern negative;
    private final Pattern refusal;
    private final Pattern refusalOfOne;
    private final Pattern situation;
    private final Pattern generic;
    private final Pattern back;
    private final Pattern joint;
    private final Pattern question;
    private final Pattern request;
    private final Pattern assent;
    private final Pattern pronoun;
    private final SlotPatterns slots;
    private final CoordinationPatterns coordination;
    private final Map<String, Pattern> ask = new LinkedHashMap<>();
    private final Map<String, Pattern> said = new LinkedHashMap<>();

    TurnPatterns() {
        Map<String, List<String>> sections = SectionFile.read("answer/turns.txt");
        lead = Pattern.compile("^(?:" + any(sections, "lead") + ")+");
        tail = Pattern.compile("(?:" + any(sections, "tail") + ")+$");
        leaning = Pattern.compile(any(sections, "leaning"));
        correction = Pattern.compile("(?:" + any(sections, "correction") + ")");
        restated = Pattern.compile("^(?:" + any(sections, "restated") + ")");
        positive = Pattern.compile("^(?:" + any(sections, "positive") + ")");
        negative = Pattern.compile("^(?:" + any(sections, "negative") + ")");
        refusal = Pattern.compile("(?:" + any(sections, "refusal") + ")");
        refusalOfOne = Pattern.compile("(?:" + any(sections, "refusal one") + ")");
        situation = Pattern.compile(any(sections, "situation"));
        generic = Pattern.compile("(?:" + any(sections, "generic") + ")");
        back = Pattern.compile("^(?:" + any(sections, "return") + ")");
        joint = Pattern.compile("(?:" + any(sections, "joint") + ")");
        question = Pattern.compile(any(sections, "question"));
        request = Pattern.compile(any(sections, "request"));
        assent = Pattern.compile("^(?:(?:" + any(sections, "assent") + ")[, 。!]+)+");
        pronoun = Pattern.compile("(?:" + any(sections, "pronoun") + ")$");
        slots = new SlotPatterns(sections);
        coordination = new CoordinationPatterns(sections);
        sections.forEach((name, phrases) -> {
            if (name.startsWith(ASK)) {
                ask.put(name.substring(ASK.length()), Pattern.compile(String.join("|", phrases)));
            } else if (name.startsWith(SAID)) {
                said.put(name.substring(SAID.length()), Pattern.compile(String.join("|", phrases)));
            }
        });
    }

    static String any(Map<String, List<String>> sections, String name) {
        return String.join("|", sections.getOrDefault(name, List.of()));
    }

    /** Full width and case made one; punctuation stays. */
    static String plain(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    static String words(String plain) {
        return NOT_WORD.matcher(plain).replaceAll("");
    }

    /** Without the words that join it to what was said. */
    String bare(String plain) {
        String text = NOT_WORD.matcher(plain).replaceAll(" ").strip();
        return lead.matcher(text).replaceFirst("").strip();
    }

    Parts parts(String plain) {
        String rest = bare(plain);
        var asked = new ArrayList<String>();
        var aspects = new ArrayList<String>();
        for (var aspect : ask.entrySet()) {
            var found = aspect.getValue().matcher(rest);
            if (found.find()) {
                asked.add(found.group().strip());
                aspects.add(aspect.getKey());
                rest = found.replaceFirst(" ").strip();
            }
        }
        String subject = tail.matcher(lead.matcher(rest).replaceFirst(""))
                .replaceFirst("")
                .strip();
        subject = pronoun.matcher(subject).replaceFirst("").strip();
        return new Parts(subject, String.join(" ", asked), List.copyOf(aspects));
    }

    /** Whether an answer's text says anything of one of these. */
    boolean covers(String answer, List<String> aspects) {
        return aspects.stream()
                .map(said::get)
                .filter(Objects::nonNull)
                .allMatch(it -> it.matcher(answer).find());
    }

    /** Whether an answer's text can tell of any of these. */
    boolean judges(List<String> aspects) {
        return aspects.stream().anyMatch(said::containsKey);
    }

    boolean leans(String plain) {
        return leaning.matcher(words(plain)).find();
    }

    boolean asks(String plain) {
        return question.matcher(plain).find();
    }

    boolean requests(String plain) {
        return request.matcher(plain).find();
    }

    boolean refuses(String plain) {
        return refusal.matcher(words(plain)).matches();
    }

    /** Whether it asks the earlier question of another situation: 要是丢了呢, 人在外地呢. */
    boolean isSituation(String plain) {
        return situation.matcher(words(plain)).find();
    }

    /** Whether a subject is none of its own: 是什么原因. */
    boolean isGeneric(String subject) {
        return subject.isEmpty() || generic.matcher(subject).matches();
    }

    /** 不是这个, of what was offered; 都不是 is said of all. */
    boolean refusesOne(String plain) {
        return refusalOfOne.matcher(words(plain)).matches();
    }

    boolean saysWrong(String clause) {
        return correction.matcher(words(clause)).matches();
    }

    /** What a clause says is meant, without the words that say so; empty when it does not. */
    Optional<String> meant(String clause) {
        return after(restated, clause).or(() -> after(positive, clause));
    }

    /** Whether a clause alone says that something else was meant. */
    boolean restates(String clause) {
        return restated.matcher(clause).find();
    }

    /** What a clause says is not meant. */
    Optional<String> notMeant(String clause) {
        return after(negative, clause);
    }

    /** What follows the words that go back to something earlier. */
    Optional<String> back(String plain) {
        return after(back, assent.matcher(plain).replaceFirst(""));
    }

    private static Optional<String> after(Pattern beginning, String text) {
        var found = beginning.matcher(text);
        return found.find() && found.end() > 0
                ? Optional.of(text.substring(found.end()).strip())
                : Optional.empty();
    }

    Pattern joint() {
        return joint;
    }

    SlotPatterns slots() {
        return slots;
    }

    /** Without the words that join it to what was said, and marks kept within. */
    String tailless(String plain) {
        return lead.matcher(plain.strip()).replaceFirst("").strip();
    }

    CoordinationPatterns coordination() {
        return coordination;
    }
}
