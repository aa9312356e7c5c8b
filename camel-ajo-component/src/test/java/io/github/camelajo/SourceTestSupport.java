package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.testkit.AjoTestSupport;

/** A sandbox with templates that tests of sources make, change and delete. */
abstract class SourceTestSupport extends AjoTestSupport {

    String createTemplate(String name) {
        return template.requestBody("ajo:template?operation=create&outputType=map", templateBody(name), Map.class)
                .get("id")
                .toString();
    }

    void renameTemplate(String id, String name) {
        template.requestBody("ajo:template?operation=update&ifMatch=auto&id=" + id, templateBody(name));
    }

    void deleteTemplate(String id) {
        template.requestBody("ajo:template?operation=delete&id=" + id, (Object) null);
    }

    static Map<String, Object> templateBody(String name) {
        return Map.of(
                "name",
                name,
                "templateType",
                "html",
                "channels",
                List.of("email"),
                "template",
                Map.of("html", "<p>Hi</p>"));
    }
}
