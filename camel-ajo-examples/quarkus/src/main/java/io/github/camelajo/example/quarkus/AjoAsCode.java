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
import org.apache.camel.FailedToCreateProducerException;
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
    private final PrintStream err = System.err;

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
            return failed(e.getMessage());
        }
        if (options.command() != Options.Command.EXPORT && !Files.exists(options.folder())) {
            return failed("There is no file or folder " + options.folder());
        }
        camel.start();
        return options.command() == Options.Command.EXPORT ? export(options) : bringAbout(options);
    }

    private int bringAbout(Options options) {
        Exchange done = null;
        Exception failure;
        AjoEndpoint endpoint = context.getEndpoint(options.uri(), AjoEndpoint.class);
        try (ProgressBar ignored = ProgressBar.on(out, endpoint)) {
            done = template.request(endpoint, exchange -> exchange.getMessage()
                    .setBody(options.folder().toFile()));
            failure = done.getException();
        } catch (FailedToCreateProducerException e) {
            failure = e;
        }
        if (failure == null) {
            StateReport report = report(done.getMessage().getBody(String.class));
            out.print(report.text());
            return report.exitStatus();
        }
        if (failure instanceof AjoStateException stopped) {
            out.print(stopped.getReport().text());
            return failed(stopped.getMessage());
        }
        return failed("Nothing was changed: " + reason(failure));
    }

    private int failed(String why) {
        err.println(why);
        return FAILED;
    }

    /** Where a setting is missing, Camel wraps what the component says of it. */
    private static String reason(Exception failure) {
        Throwable cause = failure instanceof FailedToCreateProducerException ? failure.getCause() : failure;
        return cause == null ? failure.getMessage() : cause.getMessage();
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
            try {
                Exchange done = template.request(options.uri() + "&kinds=" + kind, exchange -> {});
                if (done.getException() != null) {
                    return failed(kind + " was not exported: " + reason(done.getException()));
                }
                write(options.folder().resolve(kind + ".yaml"), kind, done.getMessage().getBody(String.class));
            } catch (FailedToCreateProducerException | IOException e) {
                return failed(kind + " was not exported: " + reason(e));
            }
        }
        return 0;
    }

    /** A file without a section would say nothing. One of an export before this one would bring back what is gone. */
    private void write(Path file, String kind, String document) throws IOException {
        if (document.contains("\n" + kind + ":")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, document);
            out.println("Wrote " + file);
        } else if (Files.deleteIfExists(file)) {
            out.println("Removed " + file + ": there is nothing of that kind");
        }
    }
}
