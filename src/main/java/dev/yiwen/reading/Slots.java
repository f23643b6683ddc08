package dev.yiwen.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a text fixes, in the order in which it says so. */
public record Slots(String text, List<Slot> all) {

    public Slots {
        all = List.copyOf(all);
    }

    /** Of a text in half width and lower case. */
    public static Slots of(String normalised) {
        var found = new ArrayList<Slot>();
        DefiniteTimes.read(normalised, found);
        PlaceNames.read(normalised, found);
        ModelNames.read(normalised, found);
        NamedAmounts.read(normalised, found);
        Contrasts.read(normalised, found);
        return new Slots(normalised, found);
    }

    /** Whether it fixes nothing that another text could contradict. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * What this question, which fixes nothing, denies of a title, or undoes.
     *
     * @param title in half width and lower case
     */
    public Optional<SlotConflict> denial(String title) {
        return Negations.conflict(text, title);
    }

    /**
     * Where this question asks for what an article is not about: another year, place, model or amount than its title names,
     * the other of two things that exclude each other, or the same denied.
     *
     * @param known what else the article says: what stands there is no stranger to it
     */
    public Optional<SlotConflict> conflict(Slots title, List<Slots> known) {
        return all.stream()
                .map(asked -> conflict(asked, title, known))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> agreesWith(title) ? Optional.empty() : Negations.conflict(text, title.text));
    }

    /** In one of two things that exclude each other, without a doubt. */
    private boolean agreesWith(Slots title) {
        return all.stream()
                .filter(it -> it.kind() == Slot.Kind.CONTRAST && it.ways().size() == 1)
                .anyMatch(it -> title.all.stream().anyMatch(it::agreesWith));
    }

    private Optional<SlotConflict> conflict(Slot asked, Slots title, List<Slots> known) {
        var rivals = title.all.stream().filter(asked::competesWith).toList();
        var said = Stream.concat(rivals.stream(), known.stream().flatMap(it -> it.all.stream()))
                .toList();
        // Of two that are asked for, one is enough.
        boolean agree = all.stream()
                .filter(it -> it.kind() == asked.kind() && (it.competesWith(asked) || it.kind() == Slot.Kind.AMOUNT))
                .anyMatch(it -> said.stream().anyMatch(it::agreesWith));
        if (agree) {
            return Optional.empty();
        }
        var others = rivals.isEmpty() && NamedAmounts.isSize(asked) ? table(said) : rivals;
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new SlotConflict(
                        asked.kind(),
                        asked.said(),
                        others.stream().map(Slot::said).distinct().toList()));
    }

    /** The sizes that an article lists; one alone is no list. */
    private static List<Slot> table(List<Slot> said) {
        var sizes = said.stream().filter(NamedAmounts::isSize).toList();
        return sizes.stream().anyMatch(it -> !it.agreesWith(sizes.getFirst())) ? sizes : List.of();
    }
}
