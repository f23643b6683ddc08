package dev.yiwen.file.ocr;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads the text of a picture: finds its lines, turns the picture upright, reads each. Blocking; some seconds at worst. */
final class TextReader {
    private static final int DETECTION_STEP = 32;
    /** Mean and deviation of ImageNet's pictures in the order in which PaddleOCR has them. */
    private static final float[] SCALE = {1 / (255 * 0.229f), 1 / (255 * 0.224f), 1 / (255 * 0.225f)};

    private static final float[] SHIFT = {-0.485f / 0.229f, -0.456f / 0.224f, -0.406f / 0.225f};
    private static final double LEAST_SURETY = 0.6;
    /** Lines that say which way up a page is. */
    private static final int ASKED = 9;

    private final OcrModels models;
    private final long dots;

    /** @param dots of the picture in which lines are looked for; a larger one is made smaller for that */
    TextReader(OcrModels models, long dots) {
        this.models = models;
        this.dots = dots;
    }

    /**
     * Empty when there is none that is legible.
     *
     * @param over whether nobody waits any more; asked between two lines
     */
    String text(BufferedImage picture, BooleanSupplier over) {
        var upright = Raster.of(picture);
        var boxes = boxes(upright);
        if (boxes.stream().filter(TextBox::liesOnItsSide).count() * 2 > boxes.size()) {
            upright = upright.turned();
            boxes = boxes(upright);
        }
        var reader = new LineReader(models, upright);
        boolean upsideDown = !over.getAsBoolean() && isUpsideDown(reader, boxes);
        var read = new ArrayList<ReadingOrder.Read>();
        for (TextBox box : boxes) {
            if (over.getAsBoolean()) {
                break;
            }
            var turned = box.liesOnItsSide() ? box.quarterTurned() : box;
            var line = reader.read(upsideDown ? turned.halfTurned() : turned);
            if (line.surety() >= LEAST_SURETY && !line.text().isEmpty()) {
                read.add(new ReadingOrder.Read(upsideDown ? opposite(box, upright) : box, line.text()));
            }
        }
        return ReadingOrder.text(read);
    }

    /** Most of the longest lines say so: a single one is easily mistaken. */
    private static boolean isUpsideDown(LineReader reader, List<TextBox> boxes) {
        var longest = boxes.stream()
                .filter(it -> !it.liesOnItsSide())
                .sorted((a, b) -> Double.compare(b.width() / b.height(), a.width() / a.height()))
                .limit(ASKED)
                .toList();
        return longest.stream().filter(reader::isUpsideDown).count() * 2 > longest.size();
    }

    private static TextBox opposite(TextBox it, Raster picture) {
        return new TextBox(
                picture.width() - it.x(), picture.height() - it.y(), it.width(), it.height(), it.cos(), it.sin());
    }

    private List<TextBox> boxes(Raster picture) {
        double scale = Math.min(1, Math.sqrt((double) dots / ((double) picture.width() * picture.height())));
        int width = stepped(picture.width() * scale);
        int height = stepped(picture.height() * scale);
        var planes = new float[3 * width * height];
        picture.sample(TextBox.whole(picture.width(), picture.height()), width, height, planes, width, SCALE, SHIFT);
        var found = new TextBoxes(models.detect(planes, width, height).numbers(), width, height).all();
        double across = (double) picture.width() / width;
        double down = (double) picture.height() / height;
        return found.stream().map(it -> it.scaled(across, down)).toList();
    }

    private static int stepped(double side) {
        return (int) Math.max(1, Math.round(side / DETECTION_STEP)) * DETECTION_STEP;
    }
}
