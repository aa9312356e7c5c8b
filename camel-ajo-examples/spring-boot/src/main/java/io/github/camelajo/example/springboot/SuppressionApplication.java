package io.github.camelajo.example.springboot;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A REST endpoint that puts email addresses on the suppression list of Journey Optimizer. */
@SpringBootApplication
public class SuppressionApplication {

    public static void main(String... args) {
        start(args);
    }

    static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(SuppressionApplication.class)
                .initializers(new SimulatorWhenNoAccount())
                .run(args);
    }
}
