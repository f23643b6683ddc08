package dev.yiwen.triage;

import dev.yiwen.triage.satisfaction.SatisfactionModel;
import jakarta.inject.Singleton;
import java.util.List;

/** Estimates how satisfied a customer was from what was said. */
@Singleton
public final class SatisfactionReading {
    private final Anger anger;
    private final SatisfactionModel model;

    SatisfactionReading(Anger anger, TriageConfig config) {
        this.anger = anger;
        this.model = SatisfactionModel.of(config.satisfaction());
    }

    public Estimate of(List<Spoken> talk) {
        return model.of(talk, anger::words);
    }

    /** From which probability on a turn is called dissatisfied. */
    public double turnThreshold() {
        return model.dissatisfiedTurn().threshold();
    }

    public SatisfactionModel model() {
        return model;
    }
}
