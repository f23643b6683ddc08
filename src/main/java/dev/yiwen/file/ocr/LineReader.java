package dev.yiwen.file.ocr;

/** Reads one line of text, whichever way up. */
final class LineReader {
    /** Rows that the models were trained with. */
    private static final int ROWS = 48;

    private static final int DIRECTION_COLUMNS = 192;
    private static final double SURELY_UPSIDE_DOWN = 0.9;
    private static final int LEAST_COLUMNS = 320;
    private static final int MOST_COLUMNS = 2400;
    private static final float[] SCALE = {2f / 255, 2f / 255, 2f / 255};
    private static final float[] SHIFT = {-1, -1, -1};

    private final OcrModels models;
    private final Raster picture;

    LineReader(OcrModels models, Raster picture) {
        this.models = models;
        this.picture = picture;
    }

    /**
     * What a line says.
     *
     * @param surety of its characters, 0 to 1 on average
     */
    record Line(String text, double surety) {}

    boolean isUpsideDown(TextBox box) {
        int columns = (int) Math.clamp(Math.ceil(ROWS * box.width() / box.height()), 1, DIRECTION_COLUMNS);
        var planes = new float[3 * ROWS * DIRECTION_COLUMNS];
        picture.sample(box, columns, ROWS, planes, DIRECTION_COLUMNS, SCALE, SHIFT);
        return models.direction(planes, DIRECTION_COLUMNS, ROWS).numbers()[1] > SURELY_UPSIDE_DOWN;
    }

    Line read(TextBox box) {
        int columns = (int) Math.clamp(Math.ceil(ROWS * box.width() / box.height()), 8, MOST_COLUMNS);
        int stride = Math.max(columns, LEAST_COLUMNS);
        var planes = new float[3 * ROWS * stride];
        picture.sample(box, columns, ROWS, planes, stride, SCALE, SHIFT);
        return decoded(models.recognise(planes, stride, ROWS));
    }

    /** The likeliest at each step; of the same one twice in a row one is meant (CTC, Graves et al. 2006, best path). */
    private Line decoded(OcrModels.Said said) {
        int steps = (int) said.shape()[1];
        int classes = (int) said.shape()[2];
        var text = new StringBuilder();
        double sum = 0;
        int count = 0;
        int before = 0;
        for (int step = 0; step < steps; step++) {
            int best = best(said.numbers(), step * classes, classes);
            if (best != 0 && best != before) {
                text.append(models.character(best));
                sum += said.numbers()[step * classes + best];
                count++;
            }
            before = best;
        }
        return new Line(text.toString().strip(), count == 0 ? 0 : sum / count);
    }

    private static int best(float[] numbers, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (numbers[from + i] > numbers[from + best]) {
                best = i;
            }
        }
        return best;
    }
}
