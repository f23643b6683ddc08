package dev.yiwen.answer.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes a clause apart that asks one thing of several (A和B分别多少钱), several things of one (怎么开通和关闭A), or does one
 * thing with several (怎么查A还有B). What comes of it only may be meant: the look-up decides.
 */
final class Coordinations {
    private static final int LONGEST = 40;
    private static final int LONGEST_THING = 12;
    private static final int MOST = 4;
    private static final Pattern WISH = Pattern.compile("^(?:我|帮我|给我|请|想|要|麻烦|需要)+");
    private static final Pattern HOW =
            Pattern.compile("^(.*?)(怎么样?|如何|怎样|咋|(?:在|去)?哪(?:里|儿)?|能不能|可不可以|可以|能)(?:才能|去|能|可以)?(.*)$");

    private final TurnPatterns phrases;
    private final CoordinationPatterns words;

    Coordinations(TurnPatterns phrases) {
        this.phrases = phrases;
        words = phrases.coordination();
    }

    /** Two to four questions, or nothing. */
    List<String> in(String clause) {
        String text = WISH.matcher(phrases.tailless(clause)).replaceFirst("");
        if (text.length() > LONGEST || words.isTogether(text)) {
            return List.of();
        }
        List<String> items = words.items(text);
        if (items.size() < 2 || items.size() > MOST || items.contains("")) {
            return List.of();
        }
        boolean first = phrases.asks(items.getFirst());
        boolean last = phrases.asks(items.getLast());
        if (items.stream().allMatch(phrases::asks)) {
            return items;
        }
        List<String> others = first ? items.subList(1, items.size()) : items.subList(0, items.size() - 1);
        if (others.stream().anyMatch(it -> phrases.asks(it) || it.length() > LONGEST_THING)) {
            return List.of();
        }
        return first ? likeTheFirst(items) : last ? likeTheLast(items) : deeds(items);
    }

    /** 怎么查A还有B; 怎么开通和关闭A; A怎么开通和关闭; A多少钱和B. */
    private List<String> likeTheFirst(List<String> items) {
        var how = HOW.matcher(items.getFirst());
        if (!how.matches()) {
            var predicate = words.predicate(items.getFirst());
            return predicate.isEmpty() ? List.of() : each(items, it -> it + predicate.get());
        }
        String before = how.group(1);
        String asking = how.group(2);
        String verb = words.verbAfterHow(how.group(3));
        String object = how.group(3).substring(verb.length());
        var questions = new ArrayList<String>();
        String shared = "";
        for (String item : items.subList(1, items.size())) {
            String own = words.verb(item);
            if (!before.isEmpty()) {
                questions.add(item.equals(own) ? before + asking + item : item + asking + how.group(3));
            } else if (!own.isEmpty()) {
                shared = item.substring(own.length());
                questions.add(asking + item + (shared.isEmpty() && !words.isDeed(item) ? object : ""));
            } else if (verb.isEmpty()) {
                return List.of();
            } else {
                questions.add(asking + verb + item);
            }
        }
        questions.addFirst(items.getFirst() + (before.isEmpty() && object.isEmpty() ? shared : ""));
        return questions;
    }

    /** A和B分别多少钱; 开通和关闭A怎么收费. */
    private List<String> likeTheLast(List<String> items) {
        String last = items.getLast();
        String verb = words.verb(last);
        if (!verb.isEmpty()
                && items.stream()
                        .limit(items.size() - 1L)
                        .allMatch(it -> words.verb(it).equals(it))) {
            return each(items, it -> it.equals(last) ? it : it + last.substring(verb.length()));
        }
        int from = start(last, items.getFirst());
        if (from < 1 || from > LONGEST_THING) {
            return List.of();
        }
        String predicate = words.ofEach(last.substring(from).strip());
        String thing = last.substring(0, from).strip();
        return each(items, it -> (it.equals(last) ? thing : it) + predicate);
    }

    /** Where what is asked begins: after the word that both things end with, else at the first word that asks. */
    private int start(String last, String thing) {
        int asked = words.predicateAt(last);
        int head = last.indexOf(thing.charAt(thing.length() - 1), 1);
        return head > 0 && head + 1 < asked && Character.isLetter(thing.charAt(thing.length() - 1)) ? head + 1 : asked;
    }

    /** 开通A和关闭A; 开通和关闭A; 取消A和B. */
    private List<String> deeds(List<String> items) {
        String full = words.verb(items.getFirst());
        String verb = full.isEmpty() ? words.bidding(items.getFirst()) : full;
        if (verb.isEmpty()) {
            return List.of();
        }
        String object = items.getFirst().substring(verb.length());
        String last = items.getLast();
        String shared = last.substring(words.verb(last).length());
        return each(items, it -> {
            String own = words.verb(it);
            String with = own.isEmpty() && !it.startsWith(verb) ? verb + it : it;
            return own.equals(it) && !words.isDeed(it) ? with + (object.isEmpty() ? shared : object) : with;
        });
    }

    private static List<String> each(List<String> items, UnaryOperator<String> change) {
        return items.stream().map(change).toList();
    }
}
