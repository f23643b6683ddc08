package dev.yiwen.command.pictures;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.file.ocr.OcrConfig;
import dev.yiwen.file.ocr.PictureReader;
import dev.yiwen.file.picture.PictureConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how well text is read off pictures, on pictures that it draws: bills, errors, text messages, modems. */
@Command(
        name = "pictures",
        mixinStandardHelpOptions = true,
        description = "Draw pictures, wear them, read their text; prints one JSON object.")
public final class EvaluatePictures implements Callable<Integer> {

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "how many of each scene and each wear; 5 unless said otherwise")
    int seeds = 5;

    @Option(names = "--show", description = "print what was read of each")
    boolean show;

    private final ObjectMapper json;
    private final PictureConfig pictures;
    private final OcrConfig config;

    EvaluatePictures(ObjectMapper json, PictureConfig pictures, OcrConfig config) {
        this.json = json;
        this.pictures = pictures;
        this.config = config;
    }

    @Override
    public Integer call() throws IOException {
        var font = DrawnPicture.font();
        if (font.isEmpty()) {
            System.err.println("No font with Chinese characters is here: install fonts-noto-cjk.");
            return 1;
        }
        var scores = new PictureScores();
        try (var reader = new PictureReader(pictures.limits(), config.dots())) {
            for (var scene : DrawnPicture.Scene.values()) {
                for (int seed = 1; seed <= seeds; seed++) {
                    var drawn = DrawnPicture.of(scene, font.get(), seed);
                    for (var wear : Wear.values()) {
                        read(reader, drawn, scene, wear, seed, scores);
                    }
                }
            }
        }
        System.out.println(json.writeValueAsString(scores.asMap()));
        return 0;
    }

    private void read(
            PictureReader reader,
            DrawnPicture drawn,
            DrawnPicture.Scene scene,
            Wear wear,
            int seed,
            PictureScores scores)
            throws IOException {
        byte[] content = wear.on(drawn.picture(), seed);
        long start = System.nanoTime();
        String text = reader.read("image/jpeg", content, () -> false).orElse("");
        scores.add(scene, wear, String.join("\n", drawn.rows()), text, System.nanoTime() - start);
        if (show) {
            System.err.printf("%s %s %d%n%s%n%n", scene, wear, seed, text);
        }
    }
}
