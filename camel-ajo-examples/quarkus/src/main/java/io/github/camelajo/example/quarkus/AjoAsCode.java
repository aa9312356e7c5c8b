package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoEndpoint;
import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.model.StateReport;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.quarkus.core.CamelRuntime;

/** The command: keeps a sandbox and a folder of YAML files in step, and tells by its exit status how it went. */
@QuarkusMain
public class AjoAsCode implements QuarkusApplication {

    private static final int FAILED = 1;

    private final CamelRuntime camel;
    private final CamelContext context;
    private final ProducerTemplate template;
    private final PrintStream out = System.out;

    /** @param camel has the component; an application with a main class of its own starts it itself */
    public AjoAsCode(CamelRuntime camel, CamelContext context, ProducerTemplate template) {
        this.camel = camel;
        this.context = context;
        this.template = template;
    }

    @Override
    public int run(String... arguments) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return FAILED;
        }
        camel.start();
        return options.command() == Options.Command.EXPORT ? export(options) : bringAbout(options);
    }

    private int bringAbout(Options options) {
        AjoEndpoint endpoint = context.getEndpoint(options.uri(), AjoEndpoint.class);
        Exchange done;
        try (ProgressBar ignored = ProgressBar.on(out, endpoint)) {
            done = template.request(endpoint, exchange -> exchange.getMessage()
                    .setBody(options.folder().toFile()));
        }
        Exception failure = done.getException();
        StateReport report;
        if (failure == null) {
            report = report(done.getMessage().getBody(String.class));
        } else if (failure instanceof AjoStateException unlike) {
            report = unlike.getReport();
            out.println(failure.getMessage());
        } else {
            out.println("Nothing was changed: " + failure.getMessage());
            return FAILED;
        }
        out.print(report.text());
        return failure != null && report.exitStatus() == 0 ? FAILED : report.exitStatus();
    }

    private static StateReport report(String json) {
        try {
            return new ObjectMapper().readValue(json, StateReport.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int export(Options options) {
        for (String kind : options.kinds()) {
            Exchange done = template.request(options.uri() + "&kinds=" + kind, exchange -> {});
            if (done.getException() != null) {
                out.println(kind + " was not exported: " + done.getException().getMessage());
                return FAILED;
            }
            String document = done.getMessage().getBody(String.class);
            // A file without a section would say nothing.
            if (document.contains("\n" + kind + ":")) {
                out.println("Wrote " + write(options.folder().resolve(kind + ".yaml"), document));
            }
        }
        return 0;
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
