package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a form may get wrong is told in Chinese: no name of the code reaches a page. */
class ViolationsTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NAME_OF_CODE = Pattern.compile("[a-z]{3}");

    private final Messages messages = new Messages();

    @Test
    void each_field_that_is_checked_has_a_name_for_people() {
        var checked = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.yiwen").stream()
                        .filter(it -> !it.getPackageName().startsWith("dev.yiwen.command"))
                        .map(JavaClass::reflect)
                        .forEach(type -> {
                            Stream.of(type.getDeclaredFields())
                                    .filter(ViolationsTest::isChecked)
                                    .forEach(it -> checked.add(it.getName()));
                            Stream.of(type.getDeclaredMethods())
                                    .flatMap(it -> Stream.of(it.getParameters()))
                                    .filter(ViolationsTest::isChecked)
                                    .map(Parameter::getName)
                                    .forEach(checked::add);
                        });

        assertThat(checked).hasSizeGreaterThan(30);
        assertThat(names(Locale.CHINESE)).containsAll(checked);
        assertThat(names(Locale.ENGLISH)).isEqualTo(names(Locale.CHINESE));
    }

    @Test
    void chinese_words_are_chinese() {
        for (var key : messages.of("problem", Locale.CHINESE)) {
            var text = messages.text(key).replaceAll("\\{[a-zA-Z]+}", "");
            assertThat(text).as(key).containsPattern(HAN).doesNotContainPattern(NAME_OF_CODE);
        }
    }

    @Test
    void an_entry_of_a_list_is_told_by_the_name_of_the_list() {
        assertThat(new Violations(messages).mismatch("scopes.[0]", Locale.ENGLISH))
                .isEqualTo("\"scopes\" is not what is wanted.");
    }

    private static boolean isChecked(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(it -> it.annotationType().isAnnotationPresent(Constraint.class));
    }

    private Set<String> names(Locale language) {
        var names = new TreeSet<String>();
        for (var key : messages.of("problem", language)) {
            if (key.startsWith("problem.field.")) {
                names.add(key.substring("problem.field.".length()));
            }
        }
        return names;
    }
}
