package org.onrecord.page;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.context.ActiveProfiles;

/**
 * Measures what the documentation says of the page's speed, and prints it:
 * {@code mvn -Dtest=MeasureThePage -Dmeasure=page -DargLine= test}.
 */
@ActiveProfiles("demo")
@EnabledIfSystemProperty(named = "measure", matches = "page", disabledReason = "measures when asked to")
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
class MeasureThePage extends PageTest {

    private static final int TIMES = 9;

    @BeforeAll
    void watch() {
        browser.until(() -> found("/articles?q=mussel") > 0 ? true : null, "for search to see the sample archive");
        browser.runInEveryPage("""
                window.longest = 0;
                new PerformanceObserver(list => list.getEntries().forEach(each => {
                  window.longest = Math.max(window.longest, each.duration);
                })).observe({ type: 'longtask', buffered: true });
                new MutationObserver(() => {
                  if (window.shown === undefined && document.querySelector('.item, .body p')) {
                    requestAnimationFrame(() => { window.shown = performance.now(); });
                  }
                }).observe(document, { childList: true, subtree: true });
                """);
    }

    @Test
    void atFirstSight() {
        for (String path : List.of("/", "/?q=bay&show=quotes")) {
            print("first results of " + path, () -> {
                browser.forgetFiles();
                return opened(path);
            });
            browser.see(".timeline");
            System.out.printf("weight of %s: %d bytes%n", path, weight());
        }
    }

    @Test
    void inALongArticle() {
        String id = taken("Five hundred counts", LongArticle.BODY);
        print("opening a long article", () -> opened("/articles/" + id));
        print("the longest task while doing so", () -> {
            opened("/articles/" + id);
            return browser.run("return window.longest");
        });
        browser.focus("[data-handle='0']");
        print("from one quote to the next", () -> browser.run(LongArticle.STEP));
        print("the longest frame while scrolling through it", () -> browser.runLater(LongArticle.SCROLL));
    }

    private Number opened(String path) {
        browser.open(path);
        return browser.until(() -> browser.<Number>run("return window.shown ?? null"), "to see " + path);
    }

    private static void print(String what, Supplier<Number> milliseconds) {
        List<Double> sorted = Stream.generate(milliseconds)
                .limit(TIMES)
                .map(Number::doubleValue)
                .sorted()
                .toList();
        System.out.printf(
                "%s: median %.0f ms, longest %.0f ms of %d%n",
                what, sorted.get(TIMES / 2), sorted.get(TIMES - 1), TIMES);
    }
}
