package dev.yiwen.file.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * PP-OCRv4 for Chinese and English, small: where text stands, which way up it is, what it says. The models come with RapidOCR's
 * package and run in the runtime that the encoder has already; up to 450 MB outside the heap while one picture is read. Blocking;
 * several threads may call.
 */
final class OcrModels implements AutoCloseable {
    private static final String DETECTION = "/models/ch_PP-OCRv4_det_infer.onnx";
    private static final String DIRECTION = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";
    private static final String RECOGNITION = "/models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String CHARACTERS = "/models/ppocr_keys_v1.txt";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession detection;
    private final OrtSession direction;
    private final OrtSession recognition;
    private final List<String> characters;

    OcrModels() {
        try (var options = new OrtSession.SessionOptions()) {
            // Pictures are one of many things that this machine does.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // What one picture needed is given back, and not kept for the next.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            detection = session(DETECTION, options);
            direction = session(DIRECTION, options);
            recognition = session(RECOGNITION, options);
            characters = characters();
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("The models that read pictures cannot be loaded", e);
        }
    }

    /**
     * What a model said.
     *
     * @param shape of {@code numbers}
     */
    @SuppressWarnings("ArrayRecordComponent") // Megabytes that one reader reads once.
    record Said(float[] numbers, long[] shape) {}

    /** For each dot how likely it is text, 0 to 1. */
    Said detect(float[] planes, int width, int height) {
        return run(detection, planes, 3, height, width);
    }

    /** Two numbers: how likely the line is upright, and upside down. */
    Said direction(float[] planes, int width, int height) {
        return run(direction, planes, 3, height, width);
    }

    /** For each step along the line how likely each character is; the first is none, the last a space. */
    Said recognise(float[] planes, int width, int height) {
        return run(recognition, planes, 3, height, width);
    }

    /** What {@link #recognise} counts from 1. */
    String character(int index) {
        return index > characters.size() ? " " : characters.get(index - 1);
    }

    private Said run(OrtSession session, float[] planes, long... shape) {
        long[] one = {1, shape[0], shape[1], shape[2]};
        try (var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(planes), one);
                var result =
                        session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            var tensor = (OnnxTensor) result.get(0);
            var numbers = new float[tensor.getFloatBuffer().remaining()];
            tensor.getFloatBuffer().get(numbers);
            return new Said(numbers, tensor.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("A model that reads pictures failed", e);
        }
    }

    private OrtSession session(String model, OrtSession.SessionOptions options) throws IOException, OrtException {
        try (var in = open(model)) {
            return environment.createSession(in.readAllBytes(), options);
        }
    }

    private static List<String> characters() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(open(CHARACTERS), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(
                OcrModels.class.getResourceAsStream(resource), () -> resource + " is not on the class path");
    }

    @Override
    public void close() {
        try {
            detection.close();
            direction.close();
            recognition.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
