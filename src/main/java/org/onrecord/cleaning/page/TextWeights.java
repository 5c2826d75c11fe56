package org.onrecord.cleaning.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** How much text each element of a page holds. All are counted in one pass. */
final class TextWeights {

    private static final Weight NONE = new Weight();

    /** The text within one element, in characters other than blanks. */
    static final class Weight {
        private int characters;
        private int paragraphCharacters;
        private int longestText;
        private boolean landmark;

        int characters() {
            return characters;
        }

        /** Characters within paragraphs. */
        int paragraphCharacters() {
            return paragraphCharacters;
        }

        /** The length of the longest text without markup. */
        int longestText() {
            return longestText;
        }

        /** Whether it holds the headline of the page or its main part. */
        boolean holdsLandmark() {
            return landmark;
        }

        private void add(Weight inner) {
            characters += inner.characters;
            paragraphCharacters += inner.paragraphCharacters;
            longestText = Math.max(longestText, inner.longestText);
            landmark |= inner.landmark;
        }
    }

    private final Map<Element, Weight> weights = new IdentityHashMap<>();
    private final Weight whole;

    private TextWeights(Element root) {
        Deque<Weight> open = new ArrayDeque<>();
        root.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    Weight weight = new Weight();
                    weights.put(element, weight);
                    open.push(weight);
                } else if (node instanceof TextNode text && !open.isEmpty()) {
                    count(text, open.peek());
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    Weight weight = open.pop();
                    close(element, weight);
                    if (!open.isEmpty()) {
                        open.peek().add(weight);
                    }
                }
            }
        });
        this.whole = weights.getOrDefault(root, NONE);
    }

    static TextWeights of(Element root) {
        return new TextWeights(root);
    }

    private static void count(TextNode node, Weight weight) {
        String text = node.getWholeText();
        int characters = 0;
        for (int index = 0; index < text.length(); index++) {
            characters += text.charAt(index) > ' ' ? 1 : 0;
        }
        weight.characters += characters;
        weight.longestText = Math.max(weight.longestText, characters);
    }

    private static void close(Element element, Weight weight) {
        if (PageZones.isUnseen(element)) {
            weight.characters = 0;
            weight.paragraphCharacters = 0;
            weight.longestText = 0;
            return;
        }
        switch (element.normalName()) {
            case "p" -> weight.paragraphCharacters = weight.characters;
            case "h1", "article", "main" -> weight.landmark = true;
            default -> weight.landmark |= PageZones.isBody(element);
        }
    }

    Weight at(Element element) {
        return weights.getOrDefault(element, NONE);
    }

    /** Whether the element is too large a part of the page to be set aside only for its name. */
    boolean isMost(Element element) {
        Weight weight = at(element);
        return weight.landmark
                || weight.paragraphCharacters > 300 && weight.paragraphCharacters * 5 > whole.paragraphCharacters * 2
                || weight.characters > 600 && weight.characters * 2 > whole.characters;
    }
}
