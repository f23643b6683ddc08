package dev.yiwen.handoff.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.identity.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what supervisors have conversations reach agents; stored as a whole, one version after the other. Empty, everybody gets
 * everything.
 *
 * @param hours of everybody without a group of its own hours; null: always
 * @param agents those of whom something is known; all others are {@link Skills#ordinary}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
        Settings settings, @Nullable Hours hours, List<Group> groups, List<Rule> rules, List<Skills> agents) {

    public Plan {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
        agents = List.copyOf(agents);
    }

    /**
     * @param secondsPerPoint what a point of urgency is worth in seconds of waiting; thus the calm are served in the end, too
     * @param pointsPerTier what each tier of a valued customer adds
     * @param widenSeconds after so long in the queue, whoever is there may be asked
     */
    public record Settings(int secondsPerPoint, int pointsPerTier, int widenSeconds) {}

    /** @param hours null: those of everybody */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(String id, String name, @Nullable Hours hours) {}

    /** All that is said in {@code when} must hold. */
    public record Rule(String name, boolean enabled, When when, Then then) {}

    /**
     * What is empty or null holds for everybody.
     *
     * @param words one of which the customer has said
     * @param language {@code zh} or {@code en}
     * @param marks one of which the customer has
     * @param tags one of which the customer has, whatever its letters' case: a region, a product, a segment
     * @param topics from an article of one of which the bot answered of late
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record When(
            Set<HandoffReason.Code> reasons,
            Set<Channel> channels,
            int minTier,
            List<String> words,
            @Nullable String language,
            Set<Mark> marks,
            Set<String> tags,
            Set<String> topics) {
        public When {
            // Of a plan that was written before there were marks, tags or topics.
            marks = marks == null ? Set.of() : Set.copyOf(marks);
            tags = tags == null ? Set.of() : Set.copyOf(tags);
            topics = topics == null ? Set.of() : Set.copyOf(topics);
            reasons = Set.copyOf(reasons);
            channels = Set.copyOf(channels);
            words = List.copyOf(words);
        }

        public boolean holdsFor(Situation it) {
            return (reasons.isEmpty() || reasons.contains(it.reason()))
                    && (channels.isEmpty() || channels.contains(it.channel()))
                    && it.tier() >= minTier
                    && (words.isEmpty() || words.stream().anyMatch(it::says))
                    && (language == null || language.equals(it.language()))
                    && (marks.isEmpty() || marks.stream().anyMatch(it::is))
                    && (tags.isEmpty() || tags.stream().anyMatch(it::isTagged))
                    && (topics.isEmpty() || topics.stream().anyMatch(it.topics()::contains));
        }
    }

    /**
     * @param group id of the group that should have it
     * @param level of the agent, at least
     * @param points of urgency, more or less than the reason has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Then(@Nullable String group, @Nullable Level level, int points) {}

    /** @param chats at once; null: as many as everybody */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Skills(
            StaffId agent,
            Level level,
            Set<String> groups,
            Set<String> languages,
            @Nullable Integer chats) {
        public Skills {
            groups = Set.copyOf(groups);
            languages = Set.copyOf(languages);
        }

        public static Skills ordinary(StaffId agent) {
            return new Skills(agent, Level.EXPERIENCED, Set.of(), Set.of(Situation.CHINESE), null);
        }
    }

    /** What holds until somebody writes a plan: who is in danger, valued or in need of care is served earlier. */
    public static Plan standard() {
        return StandardPlan.PLAN;
    }

    public Skills skillsOf(StaffId agent) {
        return agents.stream()
                .filter(it -> it.agent().equals(agent))
                .findFirst()
                .orElseGet(() -> Skills.ordinary(agent));
    }

    public Optional<Group> group(@Nullable String id) {
        return groups.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Null: always open. */
    public @Nullable Hours hoursOf(@Nullable String group) {
        var own = group(group).map(Group::hours);
        return own.orElse(hours);
    }

    /** The first rule that names a group or a level decides it; points of all that hold add up. */
    public Wanted wantedIn(Situation situation) {
        String group = null;
        Level level = null;
        int points =
                settings.pointsPerTier() * situation.tier() + situation.reason().priority();
        var names = new ArrayList<String>();
        for (var rule : rules) {
            if (rule.enabled() && rule.when().holdsFor(situation)) {
                names.add(rule.name());
                group = group == null ? rule.then().group() : group;
                level = level == null ? rule.then().level() : level;
                points += rule.then().points();
            }
        }
        return new Wanted(group, level, foreign(situation.language()), points, names, situation.marks());
    }

    /** A language is wanted of agents when it is not everybody's and somebody is said to speak it. */
    private @Nullable String foreign(String language) {
        return !language.equals(Situation.CHINESE)
                        && agents.stream().anyMatch(it -> it.languages().contains(language))
                ? language
                : null;
    }
}
