package dev.yiwen.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void counts_what_this_process_used_in_between() {
        long self = ProcessHandle.current().pid();
        var before = Processor.of(self);

        double sum = 0;
        long end = System.nanoTime() + 300_000_000;
        while (System.nanoTime() < end) {
            sum += Math.sqrt(System.nanoTime());
        }

        assertThat(sum).isPositive();
        var used = Processor.of(self).since(before);
        assertThat(used.of(Processor.Part.LOAD)).isPositive();
        assertThat(used.of(Processor.Part.SERVICE)).isPositive();
        assertThat(used.compiling()).isBetween(0.0, 1.0);
    }

    @Test
    void knows_nothing_of_a_process_that_is_not_there() {
        assertThat(Processor.of(Long.MAX_VALUE).of(Processor.Part.SERVICE)).isZero();
    }
}
