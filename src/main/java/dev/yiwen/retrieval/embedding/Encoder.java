package dev.yiwen.retrieval.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * BGE small zh v1.5 (quantised) in process: the vectors of a text's tokens, of which the first (CLS) stands for the whole
 * text. Used directly rather than through LangChain4j's encoder, which tokenises twice and hides the token vectors.
 * Blocking, a few milliseconds a call; any number of threads may call it at once.
 */
public final class Encoder {

    /** Components of a vector. */
    public static final int DIMENSION = 512;

    private static final int MAX_TOKENS = 512;
    private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
    private static final String VOCABULARY = "/bge-small-zh-v1.5-q-tokenizer.json";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    public Encoder() {
        try (var options = new OrtSession.SessionOptions();
                var model = open(MODEL);
                var vocabulary = open(VOCABULARY)) {
            // Throughput comes from several texts at once, not from several threads on one text.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary,
                    Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(MAX_TOKENS)));
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("The embedding model cannot be loaded", e);
        }
    }

    /** A text as the model sees it: the unit vector of the whole, or zeros, and its tokens, where it tells them. */
    public record Encoded(float[] sentence, TokenVectors tokens) {

        /** Of a model that tells no tokens. */
        static Encoded of(float[] sentence) {
            return new Encoded(sentence, TokenVectors.NONE);
        }

        /** Of a text that no model has seen: what finds it are its words. */
        static Encoded unseen(int dimension) {
            return of(new float[dimension]);
        }

        public boolean isUnseen() {
            for (float it : sentence) {
                if (it != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    public Encoded encode(String text) {
        var hidden = hidden(text);
        return new Encoded(unit(hidden, 0), TokenVectors.of(tokens(hidden)));
    }

    /** The unit vector of a text. */
    float[] sentence(String text) {
        return unit(hidden(text), 0);
    }

    /** The unit vectors of the text's tokens, without the markers of beginning and end. */
    float[][] tokens(String text) {
        return tokens(hidden(text));
    }

    private static float[][] tokens(FloatBuffer hidden) {
        int count = Math.max(0, hidden.remaining() / DIMENSION - 2);
        var vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = unit(hidden, i + 1);
        }
        return vectors;
    }

    private FloatBuffer hidden(String text) {
        var encoding = tokenizer.encode(text, true, false);
        long[] shape = {1, encoding.getIds().length};
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getIds()), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getAttentionMask()), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getTypeIds()), shape)) {
            var inputs = new HashMap<String, OnnxTensor>();
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", mask);
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", types);
            }
            try (var result = session.run(inputs)) {
                return ((OnnxTensor) result.get(0)).getFloatBuffer();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed", e);
        }
    }

    private static float[] unit(FloatBuffer hidden, int token) {
        var vector = new float[DIMENSION];
        hidden.get(token * DIMENSION, vector);
        double squares = 0;
        for (float it : vector) {
            squares += (double) it * it;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(
                Encoder.class.getResourceAsStream(resource), () -> resource + " is not on the class path");
    }
}
