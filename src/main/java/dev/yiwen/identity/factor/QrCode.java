package dev.yiwen.identity.factor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code as a page draws it.
 *
 * @param size modules a side, without a margin
 * @param path an SVG path of the dark modules, one unit each
 */
public record QrCode(int size, String path) {
    /** With M (15 % may be covered) a reader that follows the corners fails on 0.8 % of our addresses, with L on 7 %. */
    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    static QrCode of(String text) {
        try {
            var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            return new QrCode(
                    code.getWidth(),
                    IntStream.range(0, code.getHeight())
                            .mapToObj(y -> row(code, y))
                            .collect(Collectors.joining()));
        } catch (WriterException e) {
            throw new IllegalStateException("a text that no QR code can hold", e);
        }
    }

    private static String row(BitMatrix code, int y) {
        return IntStream.range(0, code.getWidth())
                .filter(x -> code.get(x, y))
                .mapToObj(x -> "M" + x + " " + y + "h1v1h-1z")
                .collect(Collectors.joining());
    }
}
