package dev.yiwen;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.yiwen.shared.Caches;
import dev.yiwen.shared.EntityStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.persistence.Entity;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Holds the direction of imports: downward only, no cycles, nobody's sub-packages. */
@AnalyzeClasses(packages = "dev.yiwen", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> ENTITY_WORLD = resideInAnyPackage(
                    "jakarta.persistence..", "org.hibernate..")
            .and(not(resideInAPackage("org.hibernate.validator..")))
            .or(type(EntityStore.class))
            .as("entities or their store");

    @ArchTest
    static final ArchRule imports_go_downward_only = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.yiwen..")
            .layer("command")
            .definedBy("dev.yiwen.command..")
            .layer("channel")
            .definedBy("dev.yiwen.channel..")
            .layer("journeys")
            .definedBy("dev.yiwen.handoff..", "dev.yiwen.assist..", "dev.yiwen.quality..", "dev.yiwen.answer..")
            .layer("promise")
            .definedBy("dev.yiwen.promise..", "dev.yiwen.incident..")
            .layer("reading")
            .definedBy("dev.yiwen.triage..", "dev.yiwen.retrieval..", "dev.yiwen.ticket..")
            .layer("records")
            .definedBy("dev.yiwen.conversation..", "dev.yiwen.knowledge..")
            .layer("base")
            .definedBy("dev.yiwen.llm..", "dev.yiwen.identity..", "dev.yiwen.file..", "dev.yiwen.facts..")
            .layer("brand")
            .definedBy("dev.yiwen.brand..")
            .layer("webhook")
            .definedBy("dev.yiwen.webhook..")
            .layer("audit")
            .definedBy("dev.yiwen.audit..")
            .layer("privacy")
            .definedBy("dev.yiwen.privacy..")
            .layer("language")
            .definedBy("dev.yiwen.reading..")
            .layer("edge")
            .definedBy("dev.yiwen.edge..")
            .layer("shared")
            .definedBy("dev.yiwen.shared..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("channel")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("journeys")
            .mayOnlyBeAccessedByLayers("channel", "command")
            .whereLayer("promise")
            .mayOnlyBeAccessedByLayers("journeys", "channel", "command")
            .whereLayer("reading")
            .mayOnlyBeAccessedByLayers("promise", "journeys", "channel", "command")
            .whereLayer("records")
            .mayOnlyBeAccessedByLayers("reading", "promise", "journeys", "channel", "command")
            .whereLayer("base")
            .mayOnlyBeAccessedByLayers(
                    "brand", "webhook", "records", "reading", "promise", "journeys", "channel", "command")
            .whereLayer("webhook")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("brand")
            .mayOnlyBeAccessedByLayers("records", "reading", "journeys", "channel", "command")
            .whereLayer("privacy")
            .mayOnlyBeAccessedByLayers(
                    "base", "brand", "webhook", "records", "reading", "promise", "journeys", "channel", "command")
            .whereLayer("language")
            .mayOnlyBeAccessedByLayers(
                    "base", "brand", "webhook", "records", "reading", "promise", "journeys", "channel", "command")
            .whereLayer("edge")
            .mayOnlyBeAccessedByLayers(
                    "base", "brand", "webhook", "records", "reading", "journeys", "channel", "command")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers(
                    "base", "brand", "webhook", "records", "reading", "promise", "journeys", "channel", "command");

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("dev.yiwen.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule parts_of_the_handoff_have_no_cycles =
            slices().matching("dev.yiwen.handoff.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule parts_of_the_edge_and_of_the_audit_have_no_cycles =
            slices().matching("dev.yiwen.(edge|audit).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_of_one_rank_do_not_import_each_other = ArchRuleDefinition.classes()
            .that(not(resideInAPackage("dev.yiwen.command..")))
            .should(new ArchCondition<>("not depend on another feature of their rank, nor on a foreign sub-package") {
                @Override
                public void check(JavaClass origin, ConditionEvents events) {
                    origin.getDirectDependenciesFromSelf().stream()
                            .filter(it -> Feature.of(it.getTargetClass()) != null
                                    && Feature.of(origin) != null
                                    && (Feature.sameRank(origin, it.getTargetClass())
                                            || Feature.foreignSubPackage(origin, it.getTargetClass())))
                            .forEach(it -> events.add(SimpleConditionEvent.violated(it, it.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|DTO)$");

    @ArchTest
    static void no_two_classes_share_a_simple_name(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(it -> it.getValue() > 1))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule entities_are_their_features_own =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    /** What is fenced, counted, claimed, pushed or searched is SQL. See decision 0001. */
    @ArchTest
    static final ArchRule nothing_fenced_or_searched_is_an_entity = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.yiwen.conversation..",
                    "dev.yiwen.retrieval..",
                    "dev.yiwen.handoff",
                    "dev.yiwen.handoff.(matching|presence|queue|transfer|wait)..")
            .should()
            .dependOnClassesThat(ENTITY_WORLD);

    /** They share no transaction, so a class that had both could believe in one that is none. */
    @ArchTest
    static final ArchRule a_class_has_entities_or_the_pool = noClasses()
            .that(dependOn(ENTITY_WORLD))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Pool.class, SqlConnection.class);

    @ArchTest
    static final ArchRule sessions_are_opened_in_one_place = noClasses()
            .that()
            .doNotBelongToAnyOf(EntityStore.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Mutiny.SessionFactory.class, Mutiny.Session.class);

    @ArchTest
    static final ArchRule caches_are_in_the_metrics = noClasses()
            .that()
            .doNotBelongToAnyOf(Caches.class)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "makes a cache",
                    call -> call.getTargetOwner().isEquivalentTo(Caffeine.class)
                            && call.getName().startsWith("build")));

    private static DescribedPredicate<JavaClass> dependOn(DescribedPredicate<JavaClass> target) {
        return DescribedPredicate.describe(
                "depend on " + target.getDescription(),
                origin -> origin.getDirectDependenciesFromSelf().stream()
                        .anyMatch(it -> target.test(it.getTargetClass())));
    }

    /** Where a class stands in the layout. */
    private enum Feature {
        HANDOFF(5),
        ASSIST(5),
        QUALITY(5),
        ANSWER(5),
        PROMISE(4),
        INCIDENT(4),
        TICKET(3),
        TRIAGE(3),
        RETRIEVAL(3),
        CONVERSATION(2),
        KNOWLEDGE(2),
        BRAND(1),
        WEBHOOK(2),
        LLM(0),
        IDENTITY(0),
        FILE(0),
        FACTS(0),
        PRIVACY(-1),
        AUDIT(-1),
        EDGE(-1),
        READING(-1);

        private final int rank;

        Feature(int rank) {
            this.rank = rank;
        }

        static Feature of(JavaClass type) {
            for (Feature feature : values()) {
                if (type.getPackageName().startsWith(feature.root())) {
                    return feature;
                }
            }
            return null;
        }

        static boolean sameRank(JavaClass a, JavaClass b) {
            return of(a) != of(b) && of(a).rank == of(b).rank;
        }

        static boolean foreignSubPackage(JavaClass from, JavaClass to) {
            return of(from) != of(to) && !to.getPackageName().equals(of(to).root());
        }

        private String root() {
            return "dev.yiwen." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
