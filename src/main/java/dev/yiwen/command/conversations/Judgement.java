package dev.yiwen.command.conversations;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a turn is worth to the customer.
 *
 * @param rightOrClarify answered rightly, or asked back usefully, which is with the right question among the offered ones
 * @param wrongAnswer an article outside the expected ones was given
 * @param opposite one of the articles was given that say the opposite, or answer for a neighbour
 * @param handedOver given to a person though that was not right
 * @param notHandedOver not given to a person though nothing else was right
 */
record Judgement(
        boolean rightOrClarify, boolean wrongAnswer, boolean opposite, boolean handedOver, boolean notHandedOver) {

    /** Of what is said after a person has taken over: no longer the bot's. */
    static final Judgement TOO_LATE = new Judgement(false, false, false, false, false);

    /** How much of a text counts as its beginning. */
    private static final int LEAD = 80;

    private static final Pattern NOT_THERE = Pattern.compile("没有|没找到|没查到|未找到|查不到|暂无|还没|只有");
    private static final Pattern STILL_OPEN = Pattern.compile("(?:还有(?:一个|两个|几个)?|另外?一个|第二个)问题");

    /**
     * @param got what the bot did
     * @param offered articles that the questions lead to that a question back offers
     * @param heard the bot's words
     */
    static Judgement of(
            Script.Turn turn, Script.Expected expected, List<String> got, List<String> offered, String heard) {
        var given = got.stream().filter(Script.Expected::isArticle).toList();
        boolean saysSo = !given.isEmpty() && saysThatItIsNotThere(turn, heard);
        boolean wrong = !saysSo && !expected.all().containsAll(given);
        boolean opposite = !saysSo && turn.forbid().stream().anyMatch(given::contains);
        boolean person = got.contains(Script.Expected.HANDOFF);
        boolean personExpected = expected.all().contains(Script.Expected.HANDOFF);
        boolean onlyPerson = Set.of(Script.Expected.HANDOFF).containsAll(expected.all());
        boolean covered = saysSo || covers(expected, got, offered, heard);
        return new Judgement(
                covered && !wrong && !opposite, wrong, opposite, person && !personExpected, onlyPerson && !person);
    }

    /** Every part is answered, or offered to tap, or, beside an answer, named as still open. */
    private static boolean covers(Script.Expected expected, List<String> got, List<String> offered, String heard) {
        var reached = Stream.concat(got.stream(), offered.stream().filter(Script.Expected::isArticle))
                .toList();
        var parts = expected.parts();
        long met = parts.stream()
                .filter(part -> reached.stream().anyMatch(it -> Script.Expected.met(part, it)))
                .filter(part -> offered.isEmpty() || !part.contains(Script.Expected.NO_OPTIONS))
                .count();
        boolean restIsNamed = met > 0 && STILL_OPEN.matcher(heard).find();
        return met == parts.size() || restIsNamed;
    }

    private static boolean saysThatItIsNotThere(Script.Turn turn, String heard) {
        var lacks = turn.lacks();
        if (lacks == null) {
            return false;
        }
        var lead = heard.substring(0, Math.min(LEAD, heard.length()));
        return lead.replaceAll("\\s", "").contains(lacks.replaceAll("\\s", ""))
                && NOT_THERE.matcher(lead).find();
    }
}
