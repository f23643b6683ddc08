package dev.yiwen.file.ocr;

import java.awt.image.BufferedImage;

/**
 * The dots of a picture, red, green and blue in the low 24 bits of an int, row by row.
 *
 * @param rgb {@code width * height} of them
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes: looked at where they are.
record Raster(int[] rgb, int width, int height) {
    /** More of them hide nothing that a model of 48 rows would see. */
    private static final int MOST_SAMPLES = 4;

    static Raster of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new Raster(picture.getRGB(0, 0, width, height, null, 0, width), width, height);
    }

    /**
     * A part of it as a model takes it: blue, green, red, each {@code columns * rows} numbers {@code scale * value + shift} of the
     * values 0 to 255, which is what PaddleOCR's models were trained with. What lies outside is as the nearest dot inside.
     *
     * @param into where it goes, a plane after the other
     * @param stride how many columns a row of a plane has; what is beyond {@code columns} stays as it is
     */
    void sample(TextBox box, int columns, int rows, float[] into, int stride, float[] scale, float[] shift) {
        int across = samples(box.width() / columns);
        int down = samples(box.height() / rows);
        int plane = stride * rows;
        float[] sum = new float[3];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sum[0] = sum[1] = sum[2] = 0;
                for (int j = 0; j < down; j++) {
                    for (int i = 0; i < across; i++) {
                        double a = ((column + (i + 0.5) / across) / columns - 0.5) * box.width();
                        double b = ((row + (j + 0.5) / down) / rows - 0.5) * box.height();
                        add(box.x() + a * box.cos() - b * box.sin(), box.y() + a * box.sin() + b * box.cos(), sum);
                    }
                }
                int at = row * stride + column;
                for (int channel = 0; channel < 3; channel++) {
                    into[channel * plane + at] = scale[channel] * sum[channel] / (across * down) + shift[channel];
                }
            }
        }
    }

    /** A quarter turn clockwise. */
    Raster turned() {
        var turned = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + (height - 1 - y)] = rgb[y * width + x];
            }
        }
        return new Raster(turned, height, width);
    }

    private static int samples(double dotsEach) {
        return (int) Math.clamp(Math.ceil(dotsEach), 1, MOST_SAMPLES);
    }

    /** Between four dots, by how near each is. */
    private void add(double x, double y, float[] sum) {
        double left = Math.clamp(x - 0.5, 0, width - 1.0);
        double top = Math.clamp(y - 0.5, 0, height - 1.0);
        int x0 = (int) left;
        int y0 = (int) top;
        int x1 = Math.min(x0 + 1, width - 1);
        int y1 = Math.min(y0 + 1, height - 1);
        float right = (float) (left - x0);
        float below = (float) (top - y0);
        add(rgb[y0 * width + x0], (1 - right) * (1 - below), sum);
        add(rgb[y0 * width + x1], right * (1 - below), sum);
        add(rgb[y1 * width + x0], (1 - right) * below, sum);
        add(rgb[y1 * width + x1], right * below, sum);
    }

    private static void add(int dot, float weight, float[] sum) {
        sum[0] += weight * (dot & 0xFF);
        sum[1] += weight * (dot >> 8 & 0xFF);
        sum[2] += weight * (dot >> 16 & 0xFF);
    }
}
