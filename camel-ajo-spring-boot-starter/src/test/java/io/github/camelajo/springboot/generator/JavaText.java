package io.github.camelajo.springboot.generator;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the generators of Java share. */
final class JavaText {

    static final String PACKAGE = "io.github.camelajo.springboot";

    private static final int COLUMNS = 120;
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");
    private static final Pattern CLASSES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*");

    private JavaText() {}

    /** Shortens {@code java.util.Map<java.lang.String, java.lang.Object>} to {@code Map<String, Object>}. */
    static String simple(String type) {
        return PACKAGES.matcher(type).replaceAll("");
    }

    /** Returns the imports for all classes in these types, in the order of the project. */
    static String imports(Collection<String> types) {
        TreeSet<String> java = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (String type : types) {
            CLASSES.matcher(type)
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !name.startsWith("java.lang.") && !name.startsWith(PACKAGE + "."))
                    .forEach(name -> (name.startsWith("java.") ? java : others).add(name));
        }
        return lines(java) + "\n" + lines(others);
    }

    private static String lines(Collection<String> names) {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.toString();
    }

    /** Returns a Javadoc comment with one paragraph for each text. */
    static String comment(String indent, String... paragraphs) {
        StringBuilder text = new StringBuilder(indent).append("/**\n");
        for (String paragraph : paragraphs) {
            if (!paragraph.equals(paragraphs[0])) {
                text.append(indent).append(" *\n");
            }
            String mark = paragraph.equals(paragraphs[0]) ? "" : "<p>";
            wrapped(mark + paragraph, COLUMNS - indent.length() - 3)
                    .forEach(line ->
                            text.append(indent).append(" * ").append(line).append('\n'));
        }
        return text.append(indent).append(" */\n").toString();
    }

    private static List<String> wrapped(String text, int columns) {
        if (text.contains("*/")) {
            throw new IllegalArgumentException("Would end the comment: " + text);
        }
        return Pattern.compile("(.{1," + columns + "})(?: |$)")
                .matcher(text.strip().replaceAll("\\s+", " "))
                .results()
                .map(line -> line.group(1))
                .toList();
    }
}
