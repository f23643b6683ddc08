package dev.yiwen.command.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A picture as customers send them, drawn with what stands on it; amounts and numbers are invented from the seed.
 *
 * @param rows what can be read, from above, each from the left
 */
public record DrawnPicture(BufferedImage picture, List<String> rows) {
    private static final int WIDTH = 1080;
    private static final List<String> FONTS = List.of("Noto Sans CJK SC", "WenQuanYi Zen Hei", "Microsoft YaHei");

    public DrawnPicture {
        rows = List.copyOf(rows);
    }

    /** What is shown. */
    public enum Scene {
        BILL,
        ERROR,
        SMS,
        MODEM
    }

    /** The font with Chinese characters that this machine has. */
    public static Optional<String> font() {
        var there =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return FONTS.stream().filter(there::contains).findFirst();
    }

    public static DrawnPicture of(Scene scene, String font, long seed) {
        var sheet = new Sheet(font);
        var random = new Random(seed);
        switch (scene) {
            case BILL -> bill(sheet, random);
            case ERROR -> error(sheet, random);
            case SMS -> sms(sheet, random);
            case MODEM -> modem(sheet, random);
        }
        return sheet.done();
    }

    /** A page with these rows, the first of them large. */
    public static DrawnPicture page(String font, List<String> rows) {
        var sheet = new Sheet(font);
        for (int i = 0; i < rows.size(); i++) {
            sheet.line(60, i == 0 ? 48 : 36, rows.get(i));
        }
        return sheet.done();
    }

    private static void bill(Sheet sheet, Random random) {
        sheet.line(60, 54, "话费账单");
        sheet.line(60, 34, "账期 2026年%d月".formatted(1 + random.nextInt(12)));
        int plan = 39 + 10 * random.nextInt(12);
        int extra = random.nextInt(60);
        int cents = random.nextInt(100);
        sheet.pair("套餐月费", plan + ".00元");
        sheet.pair("套餐外流量费", "%d.%02d元".formatted(extra, cents));
        sheet.pair("国内语音通话费", "%d.50元".formatted(random.nextInt(20)));
        sheet.pair("增值业务费", "%d.00元".formatted(random.nextInt(3) * 5));
        sheet.pair("费用合计", "%d.%02d元".formatted(plan + extra, cents));
        sheet.line(60, 28, "如对费用有疑问，请在次月十五日前联系客服。");
    }

    private static void error(Sheet sheet, Random random) {
        var faults = List.of(
                List.of("宽带连接失败", "错误 651：调制解调器报告了一个错误。"),
                List.of("登录失败", "验证码已过期，请重新获取后再试。"),
                List.of("支付未完成", "银行卡余额不足或超过单日限额。"),
                List.of("无法连接到网络", "错误代码 DNS_PROBE_FINISHED_NXDOMAIN"),
                List.of("拨号错误 691", "用户名或密码错误，请检查后重新拨号。"));
        var fault = faults.get(random.nextInt(faults.size()));
        sheet.line(80, 44, fault.get(0));
        sheet.line(80, 34, fault.get(1));
        sheet.line(
                80,
                26,
                "时间 2026-%02d-%02d %02d:%02d"
                        .formatted(
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                random.nextInt(24),
                                random.nextInt(60)));
        sheet.pair("取消", "重试");
    }

    private static void sms(Sheet sheet, Random random) {
        sheet.line(60, 30, "短信 今天 %02d:%02d".formatted(random.nextInt(24), random.nextInt(60)));
        sheet.line(60, 36, "【营业厅】尊敬的客户，您的账户余额已不足");
        sheet.line(60, 36, "%d元，为避免停机请及时充值。本月已使用国".formatted(5 + random.nextInt(20)));
        sheet.line(
                60,
                36,
                "内流量%d.%dGB，套餐内剩余%dMB。回复".formatted(random.nextInt(40), random.nextInt(10), random.nextInt(900)));
        sheet.line(60, 36, "CXLL查询流量明细，退订回TD。");
    }

    private static void modem(Sheet sheet, Random random) {
        sheet.dark();
        for (String light : List.of("POWER", "PON", "LOS", "LAN1", "WiFi 5G")) {
            sheet.light(light, random.nextInt(3) == 0 ? Color.RED : new Color(0x3DDC84));
        }
        sheet.line(80, 30, "型号 HG%d光猫".formatted(6000 + random.nextInt(900)));
    }

    /** A page that grows downwards. */
    private static final class Sheet {
        private final BufferedImage picture = new BufferedImage(WIDTH, 1000, BufferedImage.TYPE_INT_RGB);
        private final Graphics2D pen = picture.createGraphics();
        private final List<String> rows = new ArrayList<>();
        private final String font;
        private int y = 60;

        private Sheet(String font) {
            this.font = font;
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, WIDTH, picture.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(new Color(0x222222));
        }

        private void dark() {
            pen.setColor(new Color(0x20242A));
            pen.fillRect(0, 0, WIDTH, picture.getHeight());
            pen.setColor(new Color(0xDDDDDD));
        }

        private void line(int x, int size, String text) {
            write(x, size, text);
            end(text, size);
        }

        private void pair(String left, String right) {
            write(60, 36, left);
            write(WIDTH - 60 - pen.getFontMetrics().stringWidth(right), 36, right);
            end(left + " " + right, 36);
        }

        private void light(String name, Color colour) {
            var before = pen.getColor();
            pen.setColor(colour);
            pen.fillOval(80, y - 28, 28, 28);
            pen.setColor(before);
            write(150, 34, name);
            end(name, 34);
        }

        private void write(int x, int size, String text) {
            pen.setFont(new Font(font, Font.PLAIN, size));
            pen.drawString(text, x, y);
        }

        private void end(String row, int size) {
            rows.add(row);
            y += size * 2;
        }

        private DrawnPicture done() {
            pen.dispose();
            return new DrawnPicture(picture.getSubimage(0, 0, WIDTH, Math.min(picture.getHeight(), y + 20)), rows);
        }
    }
}
