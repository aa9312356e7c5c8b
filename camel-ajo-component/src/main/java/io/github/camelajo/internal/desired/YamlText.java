package io.github.camelajo.internal.desired;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.camelajo.internal.desired.DocumentReader.UnreadableException;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads and writes YAML with the library of Camel's YAML DSL. The only class that uses it, so an application without it
 * can use JSON.
 */
final class YamlText {

    private static final String MISSING =
            "YAML needs the library org.snakeyaml:snakeyaml-engine, which camel-yaml-dsl brings; JSON is possible without it";

    private YamlText() {}

    /** Says why there is no YAML in this application; {@code null} when there is. */
    static String complaint() {
        try {
            Yaml.settings();
            return null;
        } catch (NoClassDefFoundError e) {
            return MISSING;
        }
    }

    static Object read(String text) throws UnreadableException {
        try {
            return Yaml.read(text);
        } catch (NoClassDefFoundError e) {
            throw new UnreadableException(MISSING);
        }
    }

    static String write(Map<String, Object> document) {
        try {
            return Yaml.write(document);
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(MISSING, e);
        }
    }

    /** Loaded only when it is needed. */
    private static final class Yaml {

        private Yaml() {}

        /** YAML 1.2: {@code no} and {@code 2026-11-29} are texts. Aliases that would expand without limit are refused. */
        static LoadSettings settings() {
            return LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(50)
                    .setCodePointLimit(64 * 1024 * 1024)
                    .build();
        }

        static Object read(String text) throws UnreadableException {
            try {
                return new Load(settings()).loadFromString(text);
            } catch (MarkedYamlEngineException e) {
                // The original message quotes the text.
                Optional<Integer> line = e.getProblemMark().map(mark -> mark.getLine() + 1);
                boolean twice = e.getClass().getSimpleName().contains("Duplicate");
                throw new UnreadableException((twice ? "a field appears twice" : "not valid YAML")
                        + line.map(number -> " (line " + number + ")").orElse(""));
            } catch (YamlEngineException e) {
                throw new UnreadableException("not valid YAML");
            }
        }

        static String write(Map<String, Object> document) {
            DumpSettings settings = DumpSettings.builder()
                    .setSchema(new CoreSchema())
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setIndicatorIndent(2)
                    .setIndentWithIndicator(true)
                    .setIndent(2)
                    .setWidth(100_000)
                    .setBestLineBreak("\n")
                    .build();
            return new Dump(settings, new Representer(settings)).dumpToString(document);
        }
    }

    /** Quotes each text that YAML 1.1 or 1.2 would read as something else. */
    private static final class Representer extends StandardRepresenter {

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z<{(/][^\\p{Cntrl}]*");
        private static final Pattern WORD_WITH_A_MEANING =
                Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|\\.inf|\\.nan|[0-9a-f]+e[0-9]+");

        Representer(DumpSettings settings) {
            super(settings);
            representers.put(String.class, data -> text((String) data));
        }

        private Node text(String text) {
            boolean printable =
                    text.chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x7f && c != 0x85 && c < 0x2028);
            boolean lines = text.contains("\n")
                    && printable
                    && !text.isBlank()
                    && !text.contains(" \n")
                    && !Character.isWhitespace(text.charAt(0));
            ScalarStyle style;
            if (lines) {
                style = ScalarStyle.LITERAL;
            } else if (PLAIN.matcher(text).matches()
                    && !WORD_WITH_A_MEANING.matcher(text).matches()) {
                // The library quotes everything else that needs it, such as a colon.
                style = ScalarStyle.PLAIN;
            } else {
                style = ScalarStyle.DOUBLE_QUOTED;
            }
            return representScalar(Tag.STR, text, style);
        }
    }
}
