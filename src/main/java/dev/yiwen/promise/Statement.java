package dev.yiwen.promise;

import dev.yiwen.knowledge.Article;
import dev.yiwen.reading.Quantity;
import java.util.List;
import java.util.Set;

/**
 * One thing that an article says: a part of a sentence, or a cell of a table.
 *
 * @param text the sentence or the row, as an agent may read it, without marks
 * @param quantities of the part
 * @param beside all quantities of the sentence or row
 * @param terms of the part
 * @param sentence terms of the sentence or row
 * @param context terms of the title and the headings above
 * @param forbidden whether it names what must not be said
 */
record Statement(
        Article article,
        String text,
        List<Quantity> quantities,
        List<Quantity> beside,
        Set<String> terms,
        Set<String> sentence,
        Set<String> context,
        boolean forbidden) {
    Statement {
        quantities = List.copyOf(quantities);
        beside = List.copyOf(beside);
        terms = Set.copyOf(terms);
        sentence = Set.copyOf(sentence);
        context = Set.copyOf(context);
    }

    boolean says(Quantity quantity) {
        return quantities.stream().anyMatch(quantity::sameAs);
    }

    boolean saysBeside(Quantity quantity) {
        return beside.stream().anyMatch(quantity::sameAs);
    }

    boolean speaksOfAnother(Quantity quantity) {
        return quantities.stream().anyMatch(quantity::competesWith);
    }
}
