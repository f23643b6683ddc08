package dev.yiwen.file.ocr;

/**
 * Where a line of text stands: a rectangle that may lean.
 *
 * @param x of its middle, in dots
 * @param y of its middle, downwards
 * @param width along the line
 * @param height of the line
 * @param cos of the angle between the line and the horizontal, clockwise
 * @param sin of that angle
 */
record TextBox(double x, double y, double width, double height, double cos, double sin) {
    /** A line that is so much taller than wide stands upright or lies on its side (PaddleOCR's get_rotate_crop_image). */
    private static final double ON_ITS_SIDE = 1.5;

    static TextBox whole(int width, int height) {
        return new TextBox(width / 2.0, height / 2.0, width, height, 1, 0);
    }

    boolean liesOnItsSide() {
        return height >= ON_ITS_SIDE * width;
    }

    /** The same place, read from another side: a quarter turn against the clock. */
    TextBox quarterTurned() {
        return new TextBox(x, y, height, width, sin, -cos);
    }

    /** The same place, read upside down. */
    TextBox halfTurned() {
        return new TextBox(x, y, width, height, -cos, -sin);
    }

    TextBox scaled(double across, double down) {
        return new TextBox(x * across, y * down, width * across, height * down, cos, sin);
    }
}
