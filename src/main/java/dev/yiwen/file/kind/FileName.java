package dev.yiwen.file.kind;

import dev.yiwen.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sender calls a file, made into a name that is safe on any machine and says what the content is. */
public record FileName(String base, String extension) {
    /** Most file systems take 255; a browser adds " (1)". */
    private static final int LONGEST = 180;

    private static final int LONGEST_EXTENSION = 10;
    private static final String NAMELESS = "file";

    /** Control, format (U+202E turns what follows around), private, unpaired and unassigned characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern RESERVED_CHARACTERS = Pattern.compile("[<>:\"|?*%]");
    private static final Pattern ENDS = Pattern.compile("^[. ]+|[. ]+$");
    /** Windows opens a device under these, whatever extension follows. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** What Windows, macOS, Linux or a phone runs, installs, or follows elsewhere when it is opened. */
    private static final Set<String> RUN = Set.of(
            ("ade adp app application appref-ms appx appxbundle apk aab bas bat bgi cab cer chm class cmd cnt com command cpl crt"
                            + " crx csh deb der desktop diagcab dll dmg docm dotm elf exe fon fxp gadget grp hlp hpj hta htc"
                            + " htm html htt img inf ini ins ipa iqy iso isp its jar jnlp job js jse ksh lnk mad maf mag mam"
                            + " maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mht mhtml mjs mobileconfig msc msh"
                            + " msh1 msh1xml msh2 msh2xml mshxml msi msix msixbundle msp mst msu ocx one onepkg ops osd pcd"
                            + " php pif pkg pl plg potm ppam ppsm pptm prf prg ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1"
                            + " psm1 pst py pyc pyo pyw pyz pyzw rb reg rgs rpm run scf scpt scr sct search-ms"
                            + " settingcontent-ms sh shb shs shtml sldm slk svg svgz sys terminal theme themepack tmp udl"
                            + " url vb vbe vbp vbs vhd vhdx vsix vsmacros vsw vxd wasm webloc website workflow ws wsb wsc"
                            + " wsf wsh xap xbap xhtml xht xla xlam xll xlsb xlsm xltm xml xnk xsl xslt zsh")
                    .split(" "));

    /** Fails with {@code FILE_RUNS}. */
    public static FileName of(String sent) {
        var shown =
                UNSEEN.matcher(Normalizer.normalize(sent, Normalizer.Form.NFC)).replaceAll("");
        var last = PATH.matcher(SPACES.matcher(shown).replaceAll(" ")).replaceAll("");
        var name =
                ENDS.matcher(RESERVED_CHARACTERS.matcher(last).replaceAll("_")).replaceAll("");
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (RUN.contains(extension.strip())) {
            throw new Problem(Problem.Kind.FILE_RUNS, "Files that a machine might run cannot be sent: ." + extension);
        }
        return extension.isEmpty() || extension.length() > LONGEST_EXTENSION || extension.indexOf(' ') >= 0
                ? new FileName(name, "")
                : new FileName(name.substring(0, dot), extension);
    }

    /**
     * The name with an extension that tells the truth.
     *
     * @param right of the content's kind, the usual one first
     * @param ofAnyKind extensions that would say something else
     */
    public String as(List<String> right, Set<String> ofAnyKind) {
        if (right.contains(extension)) {
            return name(base, extension);
        }
        var whole = extension.isEmpty() || ofAnyKind.contains(extension) ? base : base + "." + extension;
        return name(whole, right.getFirst());
    }

    private static String name(String base, String extension) {
        var room = LONGEST - extension.length() - 1;
        var cut = new StringBuilder();
        int bytes = 0;
        for (int point : base.codePoints().toArray()) {
            var character = Character.toString(point);
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            cut.append(character);
        }
        var left = ENDS.matcher(cut).replaceAll("");
        var named = left.isEmpty() ? NAMELESS : left;
        return (DEVICE.matcher(named).matches() ? "_" : "") + named + "." + extension;
    }
}
