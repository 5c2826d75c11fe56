package org.onrecord.page;

import java.util.ArrayList;
import java.util.List;

/** Words that would run in a page that takes words for markup. Whatever of them ran would set {@code window.ran}. */
final class Payloads {

    private static final String RUN = "window.ran=1";

    private Payloads() {}

    /** A hundred and more, each different. */
    static List<String> all() {
        var payloads = new ArrayList<String>();
        for (String element :
                List.of("img", "video", "audio", "svg", "body", "input", "details", "iframe", "object", "marquee")) {
            for (String event : List.of("onerror", "onload", "onfocus", "ontoggle", "onstart")) {
                payloads.add("<" + element + " src=x " + event + "=" + RUN + " autofocus open>");
            }
        }
        for (String open : List.of(
                "",
                "\">",
                "'>",
                "</p>",
                "</title>",
                "</textarea>",
                "</style>",
                "--><!---->",
                "]]>",
                "</mark>",
                "<mark>",
                "&lt;",
                "\u2028")) {
            payloads.add(open + "<script>" + RUN + "</script>");
            payloads.add(open + "<svg/onload=" + RUN + ">");
            payloads.add(open + "<a href=\"javascript:" + RUN + "\">x</a>");
        }
        payloads.addAll(List.of(
                "javascript:" + RUN,
                "JaVaScRiPt:" + RUN,
                " javascript:" + RUN,
                "data:text/html,<script>" + RUN + "</script>",
                "vbscript:" + RUN,
                "\" onmouseover=\"" + RUN,
                "' onfocus='" + RUN + "' autofocus='",
                "{{constructor.constructor('" + RUN + "')()}}",
                "${" + RUN + "}",
                "<math><mtext><table><mglyph><style><img src=x onerror=" + RUN + ">",
                "<template><script>" + RUN + "</script></template>",
                "<style>@import 'https://hostile.example/x.css'</style>",
                "<link rel=stylesheet href=https://hostile.example/x.css>",
                "<meta http-equiv=refresh content=\"0;url=https://hostile.example/\">",
                "<base href=https://hostile.example/>",
                "<form action=https://hostile.example/><button>x</button></form>",
                "&lt;script&gt;" + RUN + "&lt;/script&gt;",
                "&#60;img src=x onerror=" + RUN + "&#62;",
                "\\u003cscript\\u003e" + RUN + "\\u003c/script\\u003e",
                "<scr<script>ipt>" + RUN + "</scr</script>ipt>"));
        return payloads;
    }
}
