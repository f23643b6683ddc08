package dev.yiwen.file.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes lines of text of what the detector says of each dot. Dots that are text and touch are one line; its rectangle is
 * the smallest around them, made larger by as much as the model was trained to shrink it. (Liao et al., Real-time Scene Text
 * Detection with Differentiable Binarization, arXiv 1911.08947, section 3.4; PaddleOCR's db_postprocess with its
 * values.)
 */
final class TextBoxes {
    private static final float IS_TEXT = 0.3f;
    private static final double LEAST_SCORE = 0.5;
    private static final double UNCLIP = 1.6;
    private static final int LEAST_SIDE = 3;
    private static final int MOST = 400;

    private final float[] probability;
    private final int width;
    private final int height;
    private final boolean[] seen;
    private final int[] left;
    private final int[] right;
    private int[] stack = new int[1024];

    TextBoxes(float[] probability, int width, int height) {
        this.probability = probability;
        this.width = width;
        this.height = height;
        this.seen = new boolean[width * height];
        this.left = new int[height];
        this.right = new int[height];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(right, -1);
    }

    /** From top to bottom, at most {@value #MOST}. */
    List<TextBox> all() {
        var boxes = new ArrayList<TextBox>();
        for (int at = 0; at < probability.length && boxes.size() < MOST; at++) {
            if (!seen[at] && probability[at] > IS_TEXT) {
                add(at, boxes);
            }
        }
        return boxes;
    }

    private void add(int start, List<TextBox> boxes) {
        int top = start / width;
        int bottom = top;
        double sum = 0;
        int count = 0;
        int filled = push(start, 0);
        while (filled > 0) {
            int at = stack[--filled];
            int x = at % width;
            int y = at / width;
            sum += probability[at];
            count++;
            left[y] = Math.min(left[y], x);
            right[y] = Math.max(right[y], x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    filled = visit(x + dx, y + dy, filled);
                }
            }
        }
        if (sum / count >= LEAST_SCORE) {
            var box = around(hull(top, bottom));
            if (Math.min(box.width(), box.height()) >= LEAST_SIDE) {
                boxes.add(grown(box));
            }
        }
        Arrays.fill(left, top, bottom + 1, Integer.MAX_VALUE);
        Arrays.fill(right, top, bottom + 1, -1);
    }

    private int visit(int x, int y, int filled) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return filled;
        }
        int at = y * width + x;
        return seen[at] || probability[at] <= IS_TEXT ? filled : push(at, filled);
    }

    private int push(int at, int filled) {
        seen[at] = true;
        if (filled == stack.length) {
            stack = Arrays.copyOf(stack, 2 * filled);
        }
        stack[filled] = at;
        return filled + 1;
    }

    private record Point(double x, double y) {}

    /** Andrew's monotone chain, of the corners of each row's ends. */
    private List<Point> hull(int top, int bottom) {
        var points = new ArrayList<Point>();
        for (int y = top; y <= bottom; y++) {
            if (right[y] >= 0) {
                points.add(new Point(left[y], y));
                points.add(new Point(left[y], y + 1));
                points.add(new Point(right[y] + 1, y));
                points.add(new Point(right[y] + 1, y + 1));
            }
        }
        points.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        var hull = chain(points);
        hull.removeLast();
        hull.addAll(chain(points.reversed()));
        hull.removeLast();
        return hull;
    }

    private static List<Point> chain(List<Point> points) {
        var chain = new ArrayList<Point>();
        for (Point point : points) {
            while (chain.size() > 1 && !turnsLeft(chain.get(chain.size() - 2), chain.getLast(), point)) {
                chain.removeLast();
            }
            chain.add(point);
        }
        return chain;
    }

    private static boolean turnsLeft(Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    }

    /** A side of the smallest rectangle lies on a side of the hull. */
    private static TextBox around(List<Point> hull) {
        TextBox best = null;
        for (int i = 0; i < hull.size(); i++) {
            Point a = hull.get(i);
            Point b = hull.get((i + 1) % hull.size());
            double length = Math.hypot(b.x - a.x, b.y - a.y);
            var box = along((b.x - a.x) / length, (b.y - a.y) / length, hull);
            if (best == null || box.width() * box.height() < best.width() * best.height()) {
                best = box;
            }
        }
        return best == null ? TextBox.whole(0, 0) : best;
    }

    private static TextBox along(double cos, double sin, List<Point> hull) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        double above = Double.MAX_VALUE;
        double below = -Double.MAX_VALUE;
        for (Point it : hull) {
            double a = it.x * cos + it.y * sin;
            double b = it.y * cos - it.x * sin;
            least = Math.min(least, a);
            most = Math.max(most, a);
            above = Math.min(above, b);
            below = Math.max(below, b);
        }
        double a = (least + most) / 2;
        double b = (above + below) / 2;
        return levelled(a * cos - b * sin, a * sin + b * cos, most - least, below - above, cos, sin);
    }

    /** With the more level of its two directions as that of the line, from left to right. */
    private static TextBox levelled(double x, double y, double width, double height, double cos, double sin) {
        return Math.abs(cos) >= Math.abs(sin)
                ? new TextBox(x, y, width, height, Math.abs(cos), cos < 0 ? -sin : sin)
                : new TextBox(x, y, height, width, Math.abs(sin), sin < 0 ? cos : -cos);
    }

    private static TextBox grown(TextBox it) {
        double by = UNCLIP * it.width() * it.height() / (2 * (it.width() + it.height()));
        return new TextBox(it.x(), it.y(), it.width() + 2 * by, it.height() + 2 * by, it.cos(), it.sin());
    }
}
