package dev.yiwen.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    /** A code that fills the picture: looking for its corners takes a pattern in it for one, now and then. */
    private static final Map<DecodeHintType, ?> UNTILTED = Map.of(DecodeHintType.PURE_BARCODE, true);

    private static final int SCALE = 4;
    private static final int MARGIN = 4;

    @Test
    void what_a_page_draws_is_what_was_to_be_read() throws Exception {
        var text = Authenticator.uri(Authenticator.secret(), "li.qiang");

        var code = QrCode.of(text);

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(drawn(code))), UNTILTED)
                        .getText())
                .isEqualTo(text);
    }

    private static LuminanceSource drawn(QrCode code) {
        int side = (code.size() + 2 * MARGIN) * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        var modules = MODULE.matcher(code.path());
        while (modules.find()) {
            int left = (Integer.parseInt(modules.group(1)) + MARGIN) * SCALE;
            int top = (Integer.parseInt(modules.group(2)) + MARGIN) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + SCALE, 0);
            }
        }
        return new RGBLuminanceSource(side, side, pixels);
    }
}
