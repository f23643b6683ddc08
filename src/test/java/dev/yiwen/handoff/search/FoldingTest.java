package dev.yiwen.handoff.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FoldingTest {
    @Inject
    Pool database;

    @Test
    void the_database_folds_every_character_as_the_service_does() {
        var all = characters(' ', '~') + characters('一', '鿿') + characters('！', '～') + "　";

        var folded = database.preparedQuery("select folded($1)")
                .execute(Tuple.of(all))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);

        assertThat(differences(all, Folding.of(all), folded)).isEmpty();
    }

    @Test
    void letters_digits_and_characters_have_one_form() {
        assertThat(Folding.of("請問ＡＢ１２型號　Wi-Fi")).isEqualTo("请问ab12型号 wi-fi");
    }

    private static String characters(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String differences(String all, String ours, String theirs) {
        return IntStream.range(0, all.length())
                .filter(i -> ours.charAt(i) != theirs.charAt(i))
                .mapToObj(i -> all.substring(i, i + 1) + ours.charAt(i) + theirs.charAt(i))
                .collect(Collectors.joining(" "));
    }
}
