package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.importing.source.ArticleField;
import dev.yiwen.knowledge.importing.source.SourceTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings together what was edited in a file and what was edited here since it was exported, field by field. */
final class ThreeWay {
    private final ArticleDraft base;
    private final ArticleDraft file;
    private final ArticleDraft here;
    private final Set<ArticleField> conflicts = EnumSet.noneOf(ArticleField.class);

    /**
     * @param draft where both changed a field, as the file has it
     * @param conflicts those fields
     */
    record Merged(ArticleDraft draft, Set<ArticleField> conflicts) {}

    private ThreeWay(ArticleDraft base, ArticleDraft file, ArticleDraft here) {
        this.base = base;
        this.file = file;
        this.here = here;
    }

    static Merged merge(ArticleDraft base, ArticleDraft file, ArticleDraft here) {
        var merge = new ThreeWay(base, file, here);
        return new Merged(merge.merged(), merge.conflicts);
    }

    private ArticleDraft merged() {
        @Nullable LocalDate from = day(ArticleField.VALID_FROM, ArticleDraft::validFrom);
        @Nullable LocalDate to = day(ArticleField.VALID_TO, ArticleDraft::validTo);
        String question = text(ArticleField.QUESTION, ArticleDraft::question);
        String answer = text(ArticleField.ANSWER, ArticleDraft::answer);
        Audience audience = field(ArticleField.AUDIENCE, ArticleDraft::audience, Objects::equals);
        String product = text(ArticleField.PRODUCT, ArticleDraft::product);
        return new ArticleDraft(
                question,
                list(ArticleDraft::phrasings),
                answer,
                audience,
                product,
                from,
                to,
                list(ArticleDraft::tags),
                variants(),
                field(ArticleField.CAUSES, ArticleDraft::causes, Objects::equals));
    }

    private String text(ArticleField name, Function<ArticleDraft, String> field) {
        return field(name, field, (a, b) -> SourceTexts.comparable(a).equals(SourceTexts.comparable(b)));
    }

    private <T> T field(ArticleField name, Function<ArticleDraft, T> field, BiPredicate<T, T> same) {
        T before = field.apply(base);
        T theirs = field.apply(file);
        T ours = field.apply(here);
        if (same.test(theirs, before) || same.test(theirs, ours)) {
            return ours;
        }
        if (!same.test(ours, before)) {
            conflicts.add(name);
        }
        return theirs;
    }

    private @Nullable LocalDate day(ArticleField name, Function<ArticleDraft, @Nullable LocalDate> field) {
        @Nullable LocalDate theirs = field.apply(file);
        @Nullable LocalDate ours = field.apply(here);
        if (Objects.equals(theirs, field.apply(base)) || Objects.equals(theirs, ours)) {
            return ours;
        }
        if (!Objects.equals(ours, field.apply(base))) {
            conflicts.add(name);
        }
        return theirs;
    }

    /** What either added is there, what either took out is not. */
    private List<String> list(Function<ArticleDraft, List<String>> field) {
        var before = field.apply(base);
        var theirs = field.apply(file);
        var ours = field.apply(here);
        if (theirs.equals(before) || theirs.equals(ours)) {
            return ours;
        }
        if (ours.equals(before)) {
            return theirs;
        }
        var merged = new ArrayList<>(ours);
        merged.removeIf(it -> before.contains(it) && !theirs.contains(it));
        theirs.stream()
                .filter(it -> !before.contains(it) && !merged.contains(it))
                .forEach(merged::add);
        return merged;
    }

    /** Each for itself: who changed the spoken one and who changed the short one are not in each other's way. */
    private List<AnswerVariant> variants() {
        var before = byKey(base);
        var theirs = byKey(file);
        var ours = byKey(here);
        var keys = new LinkedHashSet<AnswerVariant.Key>(ours.keySet());
        keys.addAll(theirs.keySet());
        var merged = new ArrayList<AnswerVariant>();
        for (var key : keys) {
            var was = answer(before, key);
            var one = answer(theirs, key);
            var two = answer(ours, key);
            boolean fromHere = one.equals(was) || one.equals(two);
            if (!fromHere && !two.equals(was)) {
                conflicts.add(ArticleField.VARIANTS);
            }
            merged.add(new AnswerVariant(key.channel(), key.minTier(), fromHere ? two : one));
        }
        return merged;
    }

    private static String answer(Map<AnswerVariant.Key, String> variants, AnswerVariant.Key key) {
        return SourceTexts.comparable(variants.getOrDefault(key, ""));
    }

    private static Map<AnswerVariant.Key, String> byKey(ArticleDraft draft) {
        var answers = new LinkedHashMap<AnswerVariant.Key, String>();
        draft.variants().forEach(it -> answers.put(it.key(), SourceTexts.comparable(it.answer())));
        return answers;
    }

    /** The fields in which two differ. */
    static Set<ArticleField> differences(ArticleDraft one, ArticleDraft two) {
        var fields = EnumSet.noneOf(ArticleField.class);
        note(fields, ArticleField.QUESTION, same(one.question(), two.question()));
        note(fields, ArticleField.PHRASINGS, same(one.phrasings(), two.phrasings()));
        note(fields, ArticleField.ANSWER, same(one.answer(), two.answer()));
        note(fields, ArticleField.AUDIENCE, one.audience() == two.audience());
        note(fields, ArticleField.PRODUCT, same(one.product(), two.product()));
        note(fields, ArticleField.VALID_FROM, Objects.equals(one.validFrom(), two.validFrom()));
        note(fields, ArticleField.VALID_TO, Objects.equals(one.validTo(), two.validTo()));
        note(fields, ArticleField.TAGS, same(one.tags(), two.tags()));
        note(fields, ArticleField.VARIANTS, byKey(one).equals(byKey(two)));
        note(fields, ArticleField.CAUSES, one.causes().equals(two.causes()));
        return fields;
    }

    private static void note(Set<ArticleField> fields, ArticleField field, boolean same) {
        if (!same) {
            fields.add(field);
        }
    }

    private static boolean same(String one, String two) {
        return SourceTexts.comparable(one).equals(SourceTexts.comparable(two));
    }

    private static boolean same(List<String> one, List<String> two) {
        return one.stream()
                .map(SourceTexts::comparable)
                .toList()
                .equals(two.stream().map(SourceTexts::comparable).toList());
    }

    /** As the file says it, and where it says nothing as it is there. */
    static ArticleDraft over(ArticleDraft file, Set<ArticleField> said, ArticleDraft there) {
        return new ArticleDraft(
                file.question(),
                said.contains(ArticleField.PHRASINGS) ? file.phrasings() : there.phrasings(),
                file.answer(),
                said.contains(ArticleField.AUDIENCE) ? file.audience() : there.audience(),
                said.contains(ArticleField.PRODUCT) ? file.product() : there.product(),
                said.contains(ArticleField.VALID_FROM) ? file.validFrom() : there.validFrom(),
                said.contains(ArticleField.VALID_TO) ? file.validTo() : there.validTo(),
                said.contains(ArticleField.TAGS) ? file.tags() : there.tags(),
                said.contains(ArticleField.VARIANTS) ? file.variants() : there.variants(),
                said.contains(ArticleField.CAUSES) ? file.causes() : there.causes());
    }
}
