package dev.yiwen.command.triage;

import dev.yiwen.triage.Anger;
import dev.yiwen.triage.emotion.Emotion;
import dev.yiwen.triage.emotion.FitNote;
import dev.yiwen.triage.emotion.Labelled;
import dev.yiwen.triage.emotion.TalkFit;
import java.util.List;

/**
 * Fits and measures models of anger on labelled lines.
 *
 * @param label the label that means angry
 */
record AngerGauge(Anger anger, String label) {

    List<Labelled> labelled(List<Lines.Line> talk) {
        return talk.stream()
                .map(it -> new Labelled(
                        it.speaker(), anger.words(it.text()), it.label().equals(label)))
                .toList();
    }

    Emotion fitted(List<List<Lines.Line>> talks, FitNote note) {
        return TalkFit.of(anger.model(), talks.stream().map(this::labelled).toList(), note);
    }

    /** How well {@code model} reads each line of {@code talks}, with the lines before it when they are conversations. */
    ClassifierScores read(List<List<Lines.Line>> talks, Emotion model, boolean inTalk) {
        var figures = new ClassifierScores();
        for (var talk : talks) {
            var heard =
                    talk.stream().map(it -> model.hear(anger.words(it.text()))).toList();
            for (int i = 0; i < talk.size(); i++) {
                var line = talk.get(i);
                var own = talk.subList(0, i + 1).stream()
                        .map(it -> it.speaker().equals(line.speaker()))
                        .toList();
                double probability = inTalk ? model.ofCourse(heard.subList(0, i + 1), own) : model.ofText(heard.get(i));
                figures.add(probability, line.label().equals(label));
            }
        }
        return figures;
    }
}
